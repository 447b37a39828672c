import ArgumentParser
import NodeService
import Presentation

/// Shows certificates and how long they are good.
struct CertsShowCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "show",
            abstract: Speech.text(
                zh: "本节点与各邻居的证书：名称、签发者、有效期、指纹；吊销列表的新旧",
                en: "own and peers' certificates: names, issuer, validity, fingerprint; the revocation lists' age"),
            discussion: Speech.text(
                zh: "邻居的证书当场连接取得，过期或不受信任的也照样显示并注明。-o wide 另给出逐组朗读的读法。退出码：0 全部可用；3 有不可用或过期的。",
                en:
                    "Calls the peers to see what they show now; what has ended or is not believed is shown as well, and said. -o wide adds how to read the fingerprint aloud. Exit codes: 0 all usable; 3 something is not."
            ))
    }

    @OptionGroup var node: NodeOptions
    @Option(
        help: ArgumentHelp(Speech.text(zh: "只看这个邻居：节点名、代码或名称", en: "only this peer: node name, code or name")),
        completion: .peers)
    var peer: String?

    func run() async throws {
        try await CommonOptions.guarded {
            let cards = try await CertificateDesk(try node.configuration()).show(peer: peer)
            try CommonOptions.finish(
                CommandOutcome(
                    exitCode: cards.needsAttention ? NodeService.ExitCode.attention : NodeService.ExitCode.done,
                    output: cards.rendered(node.format, Speech.language)))
        }
    }
}
