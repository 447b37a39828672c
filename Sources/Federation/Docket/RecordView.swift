/// How much of the logs a computation may use: a size per log, and which corrections count.
public struct RecordView: Sendable {
    /// Sorted by log. A log that is not listed is not used.
    public let cut: [CutLog]
    private let notApplied: [EntryReference]
    private let recorder: NodeName?

    public init(cut: [CutLog], correctionsNotApplied: [EntryReference]) {
        self.init(cut: cut, correctionsNotApplied: correctionsNotApplied, recordedBy: nil)
    }

    /// `recorder`: whose readings count; their corrections may stand in any log of the cut.
    init(cut: [CutLog], correctionsNotApplied: [EntryReference], recordedBy recorder: NodeName?) {
        self.cut = cut.sorted()
        self.recorder = recorder
        notApplied = correctionsNotApplied
    }

    func includes(_ reference: EntryReference) -> Bool {
        cut.contains { $0.includes(reference) }
    }

    /// Whether readings at this place count.
    func records(_ reference: EntryReference) -> Bool {
        includes(reference) && (recorder.map { $0 == reference.log.node } ?? true)
    }

    func applies(_ correction: EntryReference) -> Bool { !notApplied.contains(correction) }
}
