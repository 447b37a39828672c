import ArgumentParser
import NodeService

/// Offers something in the place of cash.
struct InKindOfferCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "offer", abstract: Speech.text(zh: "提出以非资金方式补偿", en: "offer something in the place of cash"))
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
    @Option(help: ArgumentHelp(Speech.text(zh: "收款方代码", en: "code of the payee")))
    var payee: String
    @Option(
        help: ArgumentHelp(
            Speech.text(
                zh: "形式：对口协作、产业转移、人才培训、共建园区", en: "form: paired-assistance, industry-transfer, training, joint-park")))
    var form: String
    @Option(help: ArgumentHelp(Speech.text(zh: "内容", en: "what it is")))
    var description: String
    @Option(help: ArgumentHelp(Speech.text(zh: "约定价值，不低于所抵减的资金", en: "agreed value, not below the cash it replaces")))
    var value: String
    @Option(help: ArgumentHelp(Speech.text(zh: "抵减的资金", en: "the cash it replaces")))
    var replaces: String
    @Option(help: ArgumentHelp(Speech.text(zh: "河流（协议按河流分别清算时）", en: "river, where the agreement keeps rivers apart")))
    var river: String?

    func run() async throws {
        try await node.run(
            .money(
                .offer(
                    MoneyCommand.OfferForm(
                        agreement: agreement, year: year, payee: payee, form: form, description: description,
                        value: value, replaces: replaces, river: river, digest: text.digest, dryRun: dry.dryRun))))
    }
}
