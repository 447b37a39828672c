/// How much of the logs a computation may use: a size per log, and which corrections count.
public struct RecordView: Sendable {
    /// Sorted by log. A log that is not listed is not used.
    public let cut: [CutLog]
    private let notApplied: [EntryReference]

    public init(cut: [CutLog], correctionsNotApplied: [EntryReference]) {
        self.cut = cut.sorted()
        notApplied = correctionsNotApplied
    }

    func includes(_ reference: EntryReference) -> Bool {
        cut.contains { $0.includes(reference) }
    }

    func applies(_ correction: EntryReference) -> Bool { !notApplied.contains(correction) }
}
