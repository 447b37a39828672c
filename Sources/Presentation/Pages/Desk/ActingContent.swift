public import Compensation
import Federation
import TransparencyLog

/// A page of the public with what the operator may do about it below.
public struct ActingContent: PageContent {
    private let base: any PageContent
    private let acts: @Sendable (Language) -> Markup

    public var title: Bilingual { base.title }
    public var path: [String] { base.path }

    public func markup(_ language: Language) -> Markup {
        let acts = acts(language)
        return .joined([
            base.markup(language),
            acts.html.isEmpty ? .none : .element(.h2) { Bilingual(zh: "办理", en: "Act")(language) }, acts,
        ])
    }

    private init(_ base: any PageContent, _ acts: @escaping @Sendable (Language) -> Markup) {
        self.base = base
        self.acts = acts
    }

    /// A settlement with accepting, objecting and proposing; nothing once the centre has verified it, nor for who is no
    /// party. What is objected to is what another party than `me` proposes, which it has to have done.
    public static func settlement(
        _ base: any PageContent, _ summary: SettlementSummary, me: PartyCode, _ frame: DeskFrame
    ) -> ActingContent {
        let key = summary.settlement.key
        let named = [("agreement", key.agreement.text), ("period", key.periodText)]
        let fields = named + (summary.ownDigest.map { [("digest", $0)] } ?? [])
        let theirs = summary.settlement.positions.filter { $0.party != me }
            .compactMap { $0.proposal?.body.settlementDigest.hex }
            .reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        return ActingContent(base) { language in
            guard summary.verified == nil, summary.settlement.terms.entry.parties.contains(me) else { return .none }
            func form(_ act: DeskAct) -> DeskForm { DeskForm(act: act, frame: frame, language: language) }
            return .joined([
                frame.may(.propose) ? form(.propose).markup(preview(.propose), hidden: fields) : .none,
                frame.may(.accept) ? form(.accept).markup(preview(.accept), hidden: fields) : .none,
                frame.may(.object) && !theirs.isEmpty
                    ? form(.object).markup(preview(.object), hidden: named) {
                        form(.object).choice(
                            "digest", Bilingual(zh: "异议的提议（摘要）", en: "Proposal objected to (digest)"),
                            theirs.map { ($0, String($0.prefix(12))) })
                        form(.object).field(
                            "place",
                            Bilingual(
                                zh: "异议所指（断面与时间、步骤或条款）", en: "What it is about (section and time, step, article)"),
                            .named(.type, "text"), .named(.maxlength, "300"), .on(.required))
                        form(.object).area(
                            "words", Bilingual(zh: "异议理由", en: "Reason"), .named(.maxlength, "600"), .on(.required))
                    } : .none,
            ])
        }
    }

    /// A section with the choice of a reading to correct.
    /// - Parameters:
    ///   - newest: time of the newest reading shown, such as `2021-04-01 08:00`; `nil`: none is.
    ///   - sources: of those shown.
    public static func section(
        _ base: any PageContent, _ section: String, newest: String?, sources: [String], _ frame: DeskFrame
    ) -> ActingContent {
        ActingContent(base) { language in
            guard frame.may(.correct), let newest else { return .none }
            let form = DeskForm(act: .correct, frame: frame, language: language)
            return form.markup(
                Bilingual(zh: "更正这条数据…", en: "Correct this reading …"), hidden: [("section", section)]
            ) {
                form.field(
                    "time", Bilingual(zh: "监测时间", en: "Time"), .named(.type, "text"), .named(.value, newest),
                    .named(.maxlength, "16"), .on(.required))
                form.choice("source", Bilingual(zh: "数据来源", en: "Who measured"), sources.map { ($0, $0) })
            }
        }
    }

    private static func preview(_ act: DeskAct) -> Bilingual {
        Bilingual(zh: "\(act.name.zh)（先预览）", en: "Preview: \(act.name.en)")
    }
}
