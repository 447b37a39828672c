public import Compensation
public import TransparencyLog

/// A settlement computed here, with everything needed to propose it or to explain it.
public struct Computation: Sendable {
    public let terms: AgreementTerms
    public let key: SettlementKey
    public let settlement: Settlement
    public let document: SettlementDocument
    public let digest: ContentDigest
    public let cut: [CutLog]
    public let correctionsNotApplied: [EntryReference]
    /// Where each input was found, in the order of `settlement.inputs`.
    public let versions: [ReadingVersion]

    public var transfers: [TransferTerms] {
        settlement.transfers.map { TransferTerms(payer: $0.payer, payee: $0.payee, amount: $0.amount) }
    }

    /// What this node would say to propose it.
    public var proposal: ProposalEntry {
        ProposalEntry(
            key: key, cut: cut, correctionsNotApplied: correctionsNotApplied,
            schemeDigest: terms.entry.schemeDigest, settlementDigest: digest, transfers: transfers)
    }
}
