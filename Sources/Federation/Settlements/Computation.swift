public import Compensation
public import TransparencyLog

/// A settlement computed here, with everything needed to propose it or to explain it.
public struct Computation: Sendable {
    public let terms: AgreementTerms
    public let key: SettlementKey
    public let settlement: Settlement
    /// What this computation adjusts; `nil` for the settlement of the period itself.
    public let adjustment: Adjustment?
    public let document: SettlementDocument
    public let digest: ContentDigest
    public let basis: ComputationBasis
    /// Where each input was found, in the order of `settlement.inputs`.
    public let versions: [ReadingVersion]

    public var cut: [CutLog] { basis.cut }
    public var correctionsNotApplied: [EntryReference] { basis.correctionsNotApplied }

    /// What is to be paid: of an adjustment the difference.
    public var transfers: [TransferTerms] {
        (adjustment?.difference ?? settlement.transfers).map {
            TransferTerms(payer: $0.payer, payee: $0.payee, amount: $0.amount, section: section(of: $0))
        }
    }

    /// The section among the arguments of a payment such as `年度清缴(茨坝)`.
    private func section(of transfer: Transfer) -> SectionID? {
        guard let open = transfer.name.firstIndex(of: "("), transfer.name.last == ")" else { return nil }
        let arguments = transfer.name[transfer.name.index(after: open)...].dropLast().split(separator: ",")
        for argument in arguments {
            let name = String(argument.drop { $0 == " " })
            if let section = terms.scheme.sections.first(where: { $0.name.sameBytes(as: name) }) { return section.id }
        }
        return nil
    }

    /// What this node would say to propose it.
    public var proposal: ProposalEntry {
        ProposalEntry(
            key: key, cut: cut, correctionsNotApplied: correctionsNotApplied,
            exemptionsApplied: basis.exemptionsApplied, schemeDigest: terms.entry.schemeDigest,
            settlementDigest: digest, transfers: transfers)
    }

    /// Facts that the scheme gives no value for itself and that have none, as its steps name them.
    public var missingFacts: [String] {
        let asked = terms.scheme.outline.facts.filter { !$0.hasStandard }
        return settlement.steps.filter { step in
            step.value.sameBytes(as: "missing")
                && asked.contains {
                    step.name.sameBytes(as: $0.name) || step.name.utf8.starts(with: "\($0.name)(".utf8)
                }
        }.map(\.name)
    }

    /// Whether anything but the text of the scheme went into it.
    var restsOnData: Bool {
        !settlement.inputs.isEmpty || !terms.scheme.outline.facts.filter { !$0.hasStandard }.isEmpty
            || !basis.exemptionsApplied.isEmpty
    }
}
