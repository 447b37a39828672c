import ArgumentParser
import Compensation
import NodeService

/// Classes the rows of a readings file by GB 3838-2002.
struct ClassifyCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        let indicators = Indicator.all.map { "  \($0.code)  \($0.symbol)  \($0.name.zh)  \($0.name.en)  \($0.unit)" }
            .joined(separator: "\n")
        return CommandConfiguration(
            commandName: "classify",
            abstract: Speech.text(
                zh: "按 GB 3838-2002 评价监测数据文件的每一行（无需节点）",
                en: "class every row of a readings file by GB 3838-2002 (no node needed)"),
            discussion: Speech.text(
                zh: """
                    例：tongzhou classify 监测数据.csv --lake 陈行 > 类别.csv
                    原样输出各列，加上 class_<代码>、class、differs（与文件公布的 water_class 不一致为 yes）和 normal（状态是否正常）；小结写到标准错误。
                    有 <指标>_raw 列时优先采用未修约的值。--by river 或 --by basin 按环办〔2011〕22号对河流或流域定性评价，只计状态正常的行。
                    指标：
                    \(indicators)
                    """,
                en: """
                    Example: tongzhou classify readings.csv --lake Chenhang > classes.csv
                    Prints the columns as they came, then class_<code>, class, differs (yes where the published water_class is another) and normal (whether the status is); a summary goes to standard error.
                    Where there are <indicator>_raw columns, those unrounded values count. --by river or --by basin puts the state of rivers or basins into words (环办〔2011〕22号), from rows of normal status only.
                    Indicators:
                    \(indicators)
                    """))
    }

    @OptionGroup var options: OfflineOptions
    @Argument(help: ArgumentHelp(Speech.text(zh: "监测数据（.xlsx 或 CSV）", en: "readings (.xlsx or CSV)")))
    var file: String
    @Option(
        name: .long,
        help: ArgumentHelp(
            Speech.text(zh: "湖库断面名单（.xlsx 或 CSV，含断面列）", en: "lakes and reservoirs (.xlsx or CSV with a section column)")
        ))
    var lakes: String?
    @Option(
        name: .long,
        help: ArgumentHelp(Speech.text(zh: "按湖库评价的断面，可多次给出", en: "a section judged as a lake; may be repeated")))
    var lake: [String] = []
    @Option(name: .long, help: ArgumentHelp(Speech.text(zh: "评价项目：5 项或 21 项", en: "items of the class: 5 or 21")))
    var items: ItemChoice = .five
    @Option(name: .long, help: ArgumentHelp(Speech.text(zh: "按河流或流域汇总", en: "put together by river or basin")))
    var by: WatersChoice?

    func run() async throws {
        try await CommonOptions.guarded {
            let form = ClassificationForm(
                readings: try OfflineOptions.file(file), lakes: try lakes.map(OfflineOptions.file), lakeNames: lake,
                items: items.items, grouping: by?.grouping)
            try CommonOptions.finish(ClassificationDesk(Speech.language, format: options.format).classify(form))
        }
    }
}
