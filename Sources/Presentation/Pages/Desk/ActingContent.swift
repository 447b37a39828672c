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
        return ActingContent(base) { language in
            guard summary.verified == nil, summary.settlement.terms.entry.parties.contains(me) else { return .none }
            func form(_ act: DeskAct) -> DeskForm { DeskForm(act: act, frame: frame, language: language) }
            return .joined([
                frame.may(.propose) ? form(.propose).markup(DeskAct.propose.preview, hidden: fields) : .none,
                frame.may(.accept) ? form(.accept).markup(DeskAct.accept.preview, hidden: fields) : .none,
                frame.may(.object)
                    ? ObjectionContent(summary, me: me, frame)?.markup(language) ?? .none : .none,
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
            return ReadingChoiceContent(section: section, newest: newest, sources: sources, frame).markup(language)
        }
    }
}
