public import Compensation

/// One reading as it is recorded, each value to be overwritten, and why.
public struct CorrectionContent: PageContent {
    private let section: String
    private let reading: String
    private let seen: String
    private let cells: [(name: String, title: Bilingual, value: String)]
    private let frame: DeskFrame
    private let typed: TypedFields

    /// - Parameters:
    ///   - reading: time and source, as the choice on the section's page says it.
    ///   - seen: the beginning of the digest of what is recorded, so that nothing is corrected unseen.
    ///   - cells: the values that can be changed, with the names of their fields.
    ///   - typed: of a form that was refused.
    public init(
        section: String, reading: String, seen: String, cells: [(name: String, title: Bilingual, value: String)],
        _ frame: DeskFrame, typed: TypedFields = .none
    ) {
        self.section = section
        self.reading = reading
        self.seen = seen
        self.cells = cells
        self.frame = frame
        self.typed = typed
    }

    public let title = Bilingual(zh: "更正一条数据", en: "Correct a reading")
    public var path: [String] { ["sections", section] }

    public func markup(_ language: Language) -> Markup {
        let form = DeskForm(act: .correct, frame: frame, language: language, typed: typed)
        return .joined([
            .element(.p) { "\(section) · \(reading.replacing("|", with: " · "))" },
            form.markup(
                Bilingual(zh: "更正（先预览）", en: "Preview the correction"),
                hidden: [("section", section), ("reading", reading), ("seen", seen)]
            ) {
                cells.map { cell in
                    form.field(
                        cell.name, cell.title, .named(.type, "text"), .named(.value, cell.value),
                        .named(.maxlength, "40"))
                }
                form.area(
                    "reason", Bilingual(zh: "更正理由", en: "Reason"), .named(.maxlength, "600"), .on(.required))
            },
        ])
    }
}
