public import Compensation

/// Where a file of readings is handed in.
public struct ImportContent: PageContent {
    private let channels: [String]
    private let frame: DeskFrame
    private let typed: TypedFields

    /// - Parameters:
    ///   - channels: the own ones; `common` first.
    ///   - typed: of a form that was refused.
    public init(channels: [String], _ frame: DeskFrame, typed: TypedFields = .none) {
        self.channels = channels
        self.frame = frame
        self.typed = typed
    }

    public let title = Bilingual(zh: "导入监测数据", en: "Import readings")
    public let path = ["import"]

    public func markup(_ language: Language) -> Markup {
        let form = DeskForm(act: .importReadings, frame: frame, language: language, typed: typed)
        return .joined([
            .element(.p) {
                Bilingual(
                    zh: "先检查、后确认：有任何问题都不会记录，并给出标明问题的工作簿，改好后可直接再报。",
                    en:
                        "It is checked first and recorded when you confirm. With any issue nothing is recorded, and a workbook comes back that shows each; mend it and send it again."
                )(language)
            },
            typed.isEmpty
                ? .none
                : .element(.p, .class("quiet")) {
                    Bilingual(zh: "浏览器不保留所选文件，请重新选择。", en: "A browser does not keep the file: choose it again.")(
                        language)
                },
            form.markup(Bilingual(zh: "检查文件", en: "Check the file"), isUpload: true) {
                form.field(
                    "file", Bilingual(zh: "文件（.xlsx 或 CSV，不超过 8 MiB）", en: "File (.xlsx or CSV, at most 8 MiB)"),
                    .named(.type, "file"), .named(.accept, ".xlsx,.csv"), .on(.required))
                form.field(
                    "year", Bilingual(zh: "年份（时间中不含年份时填写）", en: "Year (where times have none)"), .named(.type, "text"),
                    .named(.maxlength, "4"))
                form.field(
                    "source", Bilingual(zh: "数据来源", en: "Who measured"), .named(.type, "text"),
                    .named(.value, "cnemc-auto"), .named(.maxlength, "64"), .on(.required))
                form.choice(
                    "channel", Bilingual(zh: "通道", en: "Channel"), channels.map { ($0, $0) })
                form.field(
                    "reason",
                    Bilingual(
                        zh: "更正理由（与已记录数据不同时，填写后按更正记录）",
                        en: "Reason (with one, values that differ from the record are corrections)"),
                    .named(.type, "text"), .named(.maxlength, "600"))
            },
        ])
    }
}
