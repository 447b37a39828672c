/// Entries that are kept and mirrored but not understood: how many each log has, and the first of them.
///
/// A log can be made of nothing else, so they are counted and not collected.
public struct UnknownEntries: Sendable {
    /// What is remembered of one log.
    public struct Summary: Sendable {
        public let first: EntryReference
        public let problem: EntryProblem
        public fileprivate(set) var count: Int
    }

    /// One for each log that has such entries, sorted by log.
    public private(set) var summaries: [Summary] = []

    public var count: Int { summaries.reduce(0) { $0 + $1.count } }
    public var isEmpty: Bool { summaries.isEmpty }

    /// Entries of one log come in their order. Returns whether it is the first of its log.
    mutating func add(_ reference: EntryReference, _ problem: EntryProblem) -> Bool {
        if let place = summaries.firstIndex(where: { $0.first.log == reference.log }) {
            summaries[place].count += 1
            return false
        }
        let place = summaries.firstIndex { reference.log < $0.first.log } ?? summaries.endIndex
        summaries.insert(Summary(first: reference, problem: problem, count: 1), at: place)
        return true
    }

    /// More entries of a log whose first is known.
    mutating func add(_ count: Int, of log: LogOrigin) {
        guard let place = summaries.firstIndex(where: { $0.first.log == log }) else { return }
        summaries[place].count += count
    }
}
