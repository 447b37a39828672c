import ArgumentParser
import NodeService

/// The centre clears a year.
struct ClearingRecordCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "record",
            abstract: Speech.text(zh: "记录年度清算（仅中央节点）", en: "record a yearly clearing (the centre)"))
    }

    @OptionGroup var node: NodeOptions
    @OptionGroup var text: TextOption
    @OptionGroup var dry: DryRunFlag
    @Argument(
        help: ArgumentHelp(Speech.text(zh: "协议，如 youshui-2019", en: "agreement, such as youshui-2019")),
        completion: .agreements)
    var agreement: String
    @Argument(help: ArgumentHelp(Speech.text(zh: "年度，如 2023", en: "year, such as 2023")))
    var year: String
    @Option(
        help: ArgumentHelp(
            Speech.text(
                zh: "所见应付合计，须写单位，如 2550万元；不符则拒绝",
                en: "the sum to be paid as read, with its unit, such as 2550万元; refused when it differs")))
    var amount: String?
    @Flag(help: ArgumentHelp(Speech.text(zh: "尚有未记账的核算期也先行清算", en: "clear although periods are missing")))
    var partial = false

    func run() async throws {
        try await node.run(
            .money(
                .recordClearing(
                    MoneyCommand.ClearingForm(
                        agreement: agreement, year: year, amount: amount, partial: partial,
                        digest: text.digest, dryRun: dry.dryRun))))
    }
}
