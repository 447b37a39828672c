public import Compensation
import Federation
import TransparencyLog

/// The form by which an operator objects to what another party proposes.
public struct ObjectionContent: PageContent {
    private let summary: SettlementSummary
    private let theirs: [String]
    private let frame: DeskFrame
    private let typed: TypedFields

    /// - Parameters:
    ///   - me: the party that objects.
    ///   - typed: of a form that was refused.
    /// - Returns: `nil` where there is nothing to object to: it is verified, `me` is no party, or no other has proposed.
    public init?(_ summary: SettlementSummary, me: PartyCode, _ frame: DeskFrame, typed: TypedFields = .none) {
        theirs = summary.settlement.positions.filter { $0.party != me }
            .compactMap { $0.proposal?.body.settlementDigest.hex }
            .reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        guard summary.verified == nil, summary.settlement.terms.entry.parties.contains(me), !theirs.isEmpty else {
            return nil
        }
        self.summary = summary
        self.frame = frame
        self.typed = typed
    }

    public var title: Bilingual { DeskAct.object.name }
    public var path: [String] { summary.path }

    public func markup(_ language: Language) -> Markup {
        let form = DeskForm(act: .object, frame: frame, language: language, typed: typed)
        let key = summary.settlement.key
        return form.markup(
            DeskAct.object.preview, hidden: [("agreement", key.agreement.text), ("period", key.periodText)]
        ) {
            form.choice(
                "digest", Bilingual(zh: "异议的提议（摘要）", en: "Proposal objected to (digest)"),
                theirs.map { ($0, String($0.prefix(12))) })
            form.field(
                "place",
                Bilingual(zh: "异议所指（断面与时间、步骤或条款）", en: "What it is about (section and time, step, article)"),
                .named(.type, "text"), .named(.maxlength, "300"), .on(.required))
            form.area("words", Bilingual(zh: "异议理由", en: "Reason"), .named(.maxlength, "600"), .on(.required))
        }
    }
}
