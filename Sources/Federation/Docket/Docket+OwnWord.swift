import TransparencyLog

extension Docket {
    /// How far a node's logs go by what it said itself in one of them: what a new epoch continues, and what its
    /// proposals rest on. Sorted by log, each once.
    ///
    /// Where less is held, the rest was signed and is lost. What others say does not count: they could hold the node up
    /// with it.
    public func ownWord(of node: NodeName) -> [(log: LogOrigin, size: Int)] {
        let ends = epochs.opened.filter { $0.reference.log.node == node }.map(\.body.previous)
        let cuts = settlements.proposals.filter { $0.record.reference.log.node == node }.flatMap(\.record.body.cut)
        var reached: [(log: LogOrigin, size: Int)] = []
        for head in (ends + cuts).filter({ $0.log.node == node }).sorted(by: { ($0.log, $0.size) < ($1.log, $1.size) })
        {
            if reached.last?.log == head.log { reached.removeLast() }
            reached.append((head.log, head.size))
        }
        return reached
    }
}
