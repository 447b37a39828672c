/// What a computation may draw on: how much of which logs, which corrections stay out, which exemptions come in.
public struct ComputationBasis: Equatable, Sendable {
    /// Sorted by log.
    public let cut: [CutLog]
    /// Sorted.
    public let correctionsNotApplied: [EntryReference]
    /// The approvals of the exemptions used, two for each; sorted.
    public let exemptionsApplied: [EntryReference]

    init(cut: [CutLog], correctionsNotApplied: [EntryReference], exemptionsApplied: [EntryReference]) {
        self.cut = cut.sorted()
        self.correctionsNotApplied = correctionsNotApplied.sorted()
        self.exemptionsApplied = exemptionsApplied.sorted()
    }

    /// What a proposal says it rests on.
    init(_ proposal: ProposalEntry) {
        self.init(
            cut: proposal.cut, correctionsNotApplied: proposal.correctionsNotApplied,
            exemptionsApplied: proposal.exemptionsApplied)
    }
}
