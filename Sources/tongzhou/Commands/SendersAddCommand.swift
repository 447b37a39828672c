import ArgumentParser
import NodeService

/// Adds a sender.
struct SendersAddCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "add",
            abstract: Speech.text(zh: "登记报送方，给出令牌（只显示一次）", en: "add a sender; its token is shown once"),
            discussion: Speech.text(
                zh: "带 --certificate 时凭该证书报送，不给令牌。立即生效，无需重启。",
                en: "With --certificate it is known by that certificate and gets no token. Takes effect at once."))
    }

    @OptionGroup var node: NodeOptions
    @OptionGroup var dry: DryRunFlag
    @Argument(help: ArgumentHelp(Speech.text(zh: "名称：小写字母、数字和 -", en: "name: lower-case letters, digits and -")))
    var name: String
    @Option(
        help: ArgumentHelp(Speech.text(zh: "可以报送的断面，可多次给出", en: "section it may deliver; may be repeated")),
        completion: .sections)
    var section: [String] = []
    @Option(help: ArgumentHelp(Speech.text(zh: "数据来源", en: "who measured")))
    var source = "cnemc-auto"
    @Option(help: ArgumentHelp(Speech.text(zh: "写入的通道", en: "channel to record in")))
    var channel = "common"
    @Option(help: ArgumentHelp(Speech.text(zh: "客户端证书中的节点名", en: "the node name in its client certificate")))
    var certificate: String?

    func run() async throws {
        let form = SenderForm(
            name: name, sections: section, source: source, channel: channel, certificate: certificate)
        try await node.run(.senders(.add(form, dryRun: dry.dryRun)))
    }
}
