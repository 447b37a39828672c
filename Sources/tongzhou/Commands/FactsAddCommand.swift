import ArgumentParser
import NodeService

/// States supplied values.
struct FactsAddCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "add",
            abstract: Speech.text(zh: "填报核定数据", en: "state supplied values"),
            discussion: Speech.text(
                zh: """
                    例：tongzhou facts add chishui-2021 2021 --set '茅台镇上游目标=Ⅲ' --source 协议附件
                    文件的写法同 scheme run：.xlsx 与 CSV 的列为 名称,参数,值（name,arguments,value），多个参数以分号隔开；
                    JSON 为 [{"name": …, "arguments": […], "value": …}]。
                    """,
                en: """
                    Example: tongzhou facts add chishui-2021 2021 --set '茅台镇上游目标=Ⅲ' --source annex
                    Files as for scheme run: .xlsx and CSV with the columns name,arguments,value, several arguments set apart by semicolons;
                    JSON as [{"name": …, "arguments": […], "value": …}].
                    """))
    }

    @OptionGroup var node: NodeOptions
    @OptionGroup var settlement: SettlementArguments
    @OptionGroup var choice: SettlementChoice
    @Option(
        name: .long,
        help: ArgumentHelp(Speech.text(zh: "名称=值，可多次", en: "NAME=VALUE, may be repeated"), valueName: "name=value"))
    var set: [String] = []
    @Option(help: ArgumentHelp(Speech.text(zh: ".xlsx、CSV 或 JSON 文件", en: ".xlsx, CSV or JSON file")))
    var file: String?
    @Option(help: ArgumentHelp(Speech.text(zh: "数据来源，如 市级通报", en: "where the values come from, such as a bulletin")))
    var source: String
    @OptionGroup var dry: DryRunFlag

    func run() async throws {
        try await CommonOptions.guarded {
            try await node.run(
                .settlement(
                    .stateFacts(
                        .init(
                            agreement: settlement.agreement, period: settlement.period, digest: choice.digest,
                            settings: set, file: try file.map(OfflineOptions.file), source: source), dryRun: dry.dryRun)
                ))
        }
    }
}
