import ArgumentParser
import NodeService
import Presentation

/// Calls the peers.
struct PeersCheckCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "check",
            abstract: Speech.text(
                zh: "呼叫邻居：连接、证书、时钟、签名、检查点一致性",
                en: "call the peers: connection, certificate, clock, signature, consistency"),
            discussion: Speech.text(
                zh: "退出码：0 全部正常；3 有需注意的；5 与所存历史不一致。",
                en: "Exit codes: 0 all is well; 3 something needs attention; 5 a history that is not the stored one."))
    }

    @OptionGroup var node: NodeOptions
    @Argument(help: ArgumentHelp(Speech.text(zh: "只呼叫这一个", en: "only this one")))
    var peer: String?

    func run() async throws {
        try await CommonOptions.guarded {
            let report = try await DoctorDesk(try node.configuration(), Speech.language, format: node.format)
                .examinePeers(peer)
            try CommonOptions.finish(
                CommandOutcome(
                    exitCode: DoctorDesk.exitCode(report), output: report.rendered(node.format, Speech.language)))
        }
    }
}
