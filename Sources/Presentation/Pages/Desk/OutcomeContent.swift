public import Compensation

/// What came of an act: the same words as on the command line, and, after a preview, the button that carries it out,
/// after a refusal the form as it was filled in.
public struct OutcomeContent: PageContent {
    public enum Next: Sendable {
        /// Nothing is recorded yet; the fields say the same once more.
        case confirm([(String, String)])
        /// Its form once more, with what was typed into it.
        case again(any PageContent)
        case nothing
    }

    private let act: DeskAct
    private let outcome: AuditOutcome
    private let text: String
    private let next: Next
    private let hasCopy: Bool
    private let frame: DeskFrame
    public let path: [String]

    /// - Parameters:
    ///   - text: of the command, several lines.
    ///   - hasCopy: whether a workbook with the issues waits at `returned`.
    ///   - path: where the reader came from.
    public init(
        _ act: DeskAct, _ outcome: AuditOutcome, text: String, next: Next, hasCopy: Bool, path: [String],
        _ frame: DeskFrame
    ) {
        self.act = act
        self.outcome = outcome
        self.text = text
        self.next = next
        self.hasCopy = hasCopy
        self.path = path
        self.frame = frame
    }

    public var title: Bilingual {
        Bilingual(zh: "\(act.name.zh)：\(outcome.name.zh)", en: "\(act.name.en): \(outcome.name.en)")
    }

    public func markup(_ language: Language) -> Markup {
        let isSound = [.previewed, .done].contains(outcome)
        return .joined([
            .element(.pre, [.class(isSound ? "said" : "said warning"), .named(.tabindex, "0")], .lines(shown)),
            hasCopy
                ? .element(.p) {
                    Markup.link(
                        PageAddress(language, ["returned"]),
                        Bilingual(zh: "下载标明问题的工作簿", en: "Download the workbook that shows the issues")(language))
                } : .none,
            confirmation(language), again(language),
            .element(.p) {
                Markup.link(PageAddress(language, path), Bilingual(zh: "返回", en: "Back")(language))
                " · "
                Markup.link(PageAddress(language, ["inbox"]), Bilingual(zh: "待办", en: "Inbox")(language))
            },
        ])
    }

    /// A page stays light whatever a file holds.
    private var shown: String {
        text.utf8.count <= 40_000 ? text : String(decoding: text.utf8.prefix(40_000), as: UTF8.self) + " …\n"
    }

    private func again(_ language: Language) -> Markup {
        guard case .again(let form) = next else { return .none }
        return .joined([
            .element(.h2) { Bilingual(zh: "修改后重新提交", en: "Mend it and send it again")(language) },
            form.markup(language),
        ])
    }

    private func confirmation(_ language: Language) -> Markup {
        guard case .confirm(let fields) = next else { return .none }
        return DeskForm(act: act, frame: frame, language: language).markup(
            act.confirmation, hidden: fields + [("confirm", "yes")])
    }
}
