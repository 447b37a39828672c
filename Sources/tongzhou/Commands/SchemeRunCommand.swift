import ArgumentParser
import NodeService

/// What would this agreement pay?
struct SchemeRunCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "run",
            abstract: Speech.text(
                zh: "试算：按方案和数据文件会付多少（不记录，不需要节点）",
                en: "try out what a scheme would pay for a data file (records nothing, needs no node)"),
            discussion: Speech.text(
                zh: """
                    例：tongzhou scheme run schemes/酉水-重庆-湖南.md --data docs/demo/liye-2021-04.csv --year 2021 --period 2021-04
                    待定参数：--set '月补偿额=40 万元'，按成员给定：--set '份额(云南省,2021-04)=1'。
                    事实文件的列：名称,参数,值（name,arguments,value），多个参数以分号隔开。
                    监测数据的列：断面、监测时间、状态和各指标；有 <指标>_raw 列时优先采用；有 date 列时时间可不带年份。
                    """,
                en: """
                    Example: tongzhou scheme run schemes/酉水-重庆-湖南.md --data docs/demo/liye-2021-04.csv --year 2021 --period 2021-04
                    Open parameters: --set '月补偿额=40 万元'; for members: --set '份额(云南省,2021-04)=1'.
                    Columns of the facts file: name,arguments,value; several arguments are set apart by semicolons.
                    Columns of the readings: section, monitor_time, status and the indicators; <indicator>_raw is preferred; with a date column times need no year.
                    """))
    }

    @OptionGroup var options: OfflineOptions
    @Argument(help: ArgumentHelp(Speech.text(zh: "方案文件", en: "scheme file")))
    var file: String
    @Option(
        name: .long,
        help: ArgumentHelp(
            Speech.text(
                zh: "监测数据（.xlsx 或 CSV）；只用事实的方案可不给", en: "readings (.xlsx or CSV); not needed where facts are enough")))
    var data: String?
    @Option(name: .long, help: ArgumentHelp(Speech.text(zh: "核算期，如 2021-04", en: "period, such as 2021-04")))
    var period: String
    @Option(name: .long, help: ArgumentHelp(Speech.text(zh: "时间不带年份时的年份", en: "the year, for times without one")))
    var year: Int?
    @Option(
        name: .long,
        help: ArgumentHelp(
            Speech.text(zh: "给定参数或事实：名称=值", en: "a parameter or fact: NAME=VALUE"), valueName: "name=value"))
    var set: [String] = []
    @Option(
        name: .long,
        help: ArgumentHelp(Speech.text(zh: "事实和参数（.xlsx 或 CSV）", en: "facts and parameters (.xlsx or CSV)")))
    var facts: String?

    func validate() throws {
        guard year.map({ (1900...9998).contains($0) }) ?? true else {
            throw ValidationError(Speech.text(zh: "--year 应为四位年份", en: "--year must be a year such as 2021"))
        }
    }

    func run() async throws {
        try await CommonOptions.guarded {
            let form = TrialForm(
                scheme: try OfflineOptions.file(file), readings: try data.map(OfflineOptions.file),
                facts: try facts.map(OfflineOptions.file), settings: set, period: period, year: year)
            try CommonOptions.finish(SchemeDesk(Speech.language, format: options.format).run(form))
        }
    }
}
