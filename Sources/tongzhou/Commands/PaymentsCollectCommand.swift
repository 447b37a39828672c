import ArgumentParser
import NodeService

/// The centre collects what is overdue.
struct PaymentsCollectCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "collect",
            abstract: Speech.text(
                zh: "强制收扣逾期资金并转拨（仅中央节点）", en: "collect an overdue amount with its addition and pass it on (the centre)")
        )
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
    @Argument(help: ArgumentHelp(Speech.text(zh: "付款方代码", en: "code of the payer")))
    var payer: String
    @Argument(help: ArgumentHelp(Speech.text(zh: "收款方代码", en: "code of the payee")))
    var payee: String
    @Option(
        help: ArgumentHelp(
            Speech.text(zh: "逾期未付金额，须写单位，如 2550万元", en: "what is overdue, with its unit, such as 2550万元"))
    )
    var amount: String
    @Option(help: ArgumentHelp(Speech.text(zh: "河流（协议按河流分别清算时）", en: "river, where the agreement keeps rivers apart")))
    var river: String?

    func run() async throws {
        try await node.run(
            .money(
                .collect(
                    MoneyCommand.CollectionForm(
                        agreement: agreement, year: year, payer: payer, payee: payee, amount: amount, river: river,
                        digest: text.digest, dryRun: dry.dryRun))))
    }
}
