import ArgumentParser
import NodeService

/// Says that a neighbour's new key has been compared.
struct KeysCountersignCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "countersign",
            abstract: Speech.text(
                zh: "会签邻居的新密钥：须先电话核对指纹", en: "countersign a neighbour's new key, after comparing fingerprints"))
    }

    @OptionGroup var node: NodeOptions
    @OptionGroup var dry: DryRunFlag
    @Argument(help: ArgumentHelp(Speech.text(zh: "邻居的节点名", en: "the neighbour's node name")), completion: .peers)
    var neighbour: String
    @Option(
        help: ArgumentHelp(
            Speech.text(
                zh: "对方读出的指纹（至少 16 位）；不符则拒绝",
                en: "the fingerprint they read out (at least 16 digits); another one is refused")))
    var fingerprint: String?

    func run() async throws {
        try await node.run(.keys(.countersign(node: neighbour, fingerprint: fingerprint, dryRun: dry.dryRun)))
    }
}
