import ArgumentParser
import NodeService

/// Accepts an offer in the place of cash.
struct InKindAcceptCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "accept",
            abstract: Speech.text(zh: "认可非资金补偿：抵减本方应收资金", en: "accept an offer: it replaces cash owed to this party"))
    }

    @OptionGroup var node: NodeOptions
    @OptionGroup var dry: DryRunFlag
    @Argument(help: ArgumentHelp(Speech.text(zh: "日志位置，见 in-kind list", en: "its place in the log, see in-kind list")))
    var place: String
    @Option(help: ArgumentHelp(Speech.text(zh: "所抵减的资金；不符则拒绝", en: "the cash it replaces; refused when it differs")))
    var amount: String?

    func run() async throws {
        try await node.run(.money(.acceptOffer(place: place, amount: amount, dryRun: dry.dryRun)))
    }
}
