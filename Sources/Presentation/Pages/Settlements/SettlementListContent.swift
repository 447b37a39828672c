public import Compensation
import Federation

/// Every settlement, the newest first, of one agreement or of all.
public struct SettlementListContent: PageContent {
    private let settlements: [SettlementSummary]
    private let agreement: String?

    /// - Parameters:
    ///   - settlements: of the agreement, in order of agreement and period.
    ///   - agreement: `nil`: of all agreements.
    public init(_ settlements: [SettlementSummary], of agreement: String?) {
        self.settlements = settlements
        self.agreement = agreement
    }

    public var title: Bilingual {
        guard let agreement else { return Bilingual(zh: "核算结果", en: "Settlements") }
        return Bilingual(zh: "\(agreement) 的核算结果", en: "Settlements of \(agreement)")
    }

    public var path: [String] { ["settlements"] + [agreement].compactMap(\.self) }

    public func markup(_ language: Language) -> Markup {
        .joined([
            agreement == nil ? agreements(language) : .none,
            SettlementTable.markup(
                settlements.reversed(), Bilingual(zh: "核算结果，最近的在前", en: "Settlements, the newest first"), language,
                download: SettlementTable.download(isWhole: agreement == nil)),
            .element(.h2) { Bilingual(zh: "状态的含义", en: "What the states mean")(language) },
            SettlementStates.markup(language),
        ])
    }

    private func agreements(_ language: Language) -> Markup {
        var known: [SettlementSummary] = []
        for summary in settlements where known.last?.settlement.key.agreement != summary.settlement.key.agreement {
            known.append(summary)
        }
        guard known.count > 1 else { return .none }
        return .element(.ul) {
            known.map { summary in
                Markup.element(.li) {
                    Markup.link(
                        PageAddress(language, ["settlements", summary.settlement.key.agreement.text]),
                        summary.settlement.terms.scheme.title(language))
                }
            }
        }
    }
}
