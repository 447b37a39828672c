import ArgumentParser
import Foundation
import NodeService
import Presentation

/// Puts a certificate from the authority to use.
struct CertsInstallCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "install",
            abstract: Speech.text(zh: "启用 CA 签发的证书", en: "put the authority's certificate to use"),
            discussion: Speech.text(
                zh:
                    "先核对：与私钥配对、写的是本节点、由 tls.authority 中的 CA 签发、在有效期内、可用于双向 TLS、未被吊销；有一项不符即拒绝，不改动任何文件。原证书与私钥改名保留。运行中的节点几秒内换用。退出码：6 被拒绝。",
                en:
                    "Makes sure first that it fits the key, names this node, is issued by an authority of tls.authority, is within its dates, serves both directions of TLS and is not revoked; otherwise it is refused and nothing changes. The former files are kept beside. A running node takes it up within seconds. Exit code 6: refused."
            ))
    }

    @OptionGroup var node: NodeOptions
    @OptionGroup var dry: DryRunFlag
    @Argument(
        help: ArgumentHelp(
            Speech.text(zh: "PEM 文件：本节点证书在前，中间证书在后", en: "PEM file: own certificate first, then intermediates")))
    var file: String

    func run() async throws {
        try await CommonOptions.guarded {
            let installed = try await CertificateDesk(try node.configuration()).install(
                URL(filePath: file), dryRun: dry.dryRun)
            try CommonOptions.finish(
                CommandOutcome(
                    exitCode: NodeService.ExitCode.done, output: installed.rendered(node.format, Speech.language)))
        }
    }
}
