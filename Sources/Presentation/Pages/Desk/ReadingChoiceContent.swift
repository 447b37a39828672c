public import Compensation

/// The form by which an operator says which reading of a section to correct.
public struct ReadingChoiceContent: PageContent {
    private let section: String
    private let newest: String
    private let sources: [String]
    private let frame: DeskFrame
    private let typed: TypedFields

    /// - Parameters:
    ///   - newest: time of the newest reading shown, such as `2021-04-01 08:00`.
    ///   - sources: of the readings there are.
    ///   - typed: of a form that was refused.
    public init(
        section: String, newest: String, sources: [String], _ frame: DeskFrame, typed: TypedFields = .none
    ) {
        self.section = section
        self.newest = newest
        self.sources = sources
        self.frame = frame
        self.typed = typed
    }

    public var title: Bilingual { DeskAct.correct.name }
    public var path: [String] { ["sections", section] }

    public func markup(_ language: Language) -> Markup {
        let form = DeskForm(act: .correct, frame: frame, language: language, typed: typed)
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
