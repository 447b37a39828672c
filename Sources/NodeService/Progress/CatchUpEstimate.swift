import Compensation

/// How fast peers that lag come closer, from one look at the status to the next.
struct CatchUpEstimate {
    private struct Beginning {
        let node: String
        let verified: Int
        let time: Duration
    }

    private var beginnings: [Beginning] = []

    /// A line for every peer that is catching up.
    mutating func lines(_ neighbours: [StatusBrief.Neighbour], at now: Duration) -> [Bilingual] {
        let behind = neighbours.filter { $0.state == "catching_up" && $0.verified < $0.known }
        beginnings.removeAll { beginning in !behind.contains { $0.node == beginning.node } }
        return behind.map { peer in
            let begin =
                beginnings.first { $0.node == peer.node }
                ?? Beginning(node: peer.node, verified: peer.verified, time: now)
            if !beginnings.contains(where: { $0.node == peer.node }) { beginnings.append(begin) }
            return ProgressText.line(
                Bilingual(zh: "追赶 \(peer.node)", en: "catching up with \(peer.node)"), peer.verified, of: peer.known,
                gained: peer.verified - begin.verified, in: (now - begin.time).milliseconds)
        }
    }
}
