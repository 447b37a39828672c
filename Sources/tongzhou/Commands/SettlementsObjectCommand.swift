import ArgumentParser
import NodeService

/// Objects to a settlement in words.
struct SettlementsObjectCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "object",
            abstract: Speech.text(zh: "对其他方的提议提出异议", en: "object to what other parties propose"),
            discussion: Speech.text(
                zh: "节点自行发现的差异自动提出，无需本命令。操作员的异议写明所指之处和理由，使核算进入“有异议”，直到提议改变或本方认可。",
                en:
                    "Differences that the node finds itself are said without this command. An operator's objection names a place and the reason, and the settlement stays disputed until the proposal changes or this party accepts it."
            ))
    }

    @OptionGroup var node: NodeOptions
    @OptionGroup var settlement: SettlementArguments
    @Option(
        help: ArgumentHelp(
            Speech.text(zh: "所指之处：断面和时间、步骤或条款", en: "what it is about: a section and time, a step, an article")))
    var place: String
    @Option(help: ArgumentHelp(Speech.text(zh: "理由（写入日志）", en: "the reason (goes into the log)")))
    var words: String
    @Option(help: ArgumentHelp(Speech.text(zh: "所异议提议的摘要", en: "digest of the proposal objected to")))
    var digest: String?
    @OptionGroup var dry: DryRunFlag

    func run() async throws {
        try await node.run(
            .settlement(
                .object(
                    agreement: settlement.agreement, period: settlement.period,
                    .init(place: place, words: words, digest: digest), dryRun: dry.dryRun)))
    }
}
