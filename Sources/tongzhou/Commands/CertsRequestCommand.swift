import ArgumentParser
import Federation
import Foundation
import NodeService
import Presentation

/// Makes a key and a request for the authority.
struct CertsRequestCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "request",
            abstract: Speech.text(zh: "生成私钥与证书申请（CSR），交 CA 签发", en: "make a key and a certificate request (CSR)"),
            discussion: Speech.text(
                zh: "新私钥写在 tls.key 旁（后缀 .next，权限 0600），装上证书前不启用，也从不离开本机；再次申请沿用同一把。现用的证书与私钥不受影响。",
                en:
                    "The new key is written beside tls.key (ending .next, mode 0600), is not used before its certificate is installed, and never leaves this machine; asking again is for the same key. What is in use stays as it is."
            ))
    }

    @OptionGroup var node: NodeOptions
    @Option(
        help: ArgumentHelp(
            Speech.text(zh: "申请文件（默认 <节点名>.csr，从不覆盖）", en: "the request's file (default <node>.csr, never overwritten)")
        ))
    var out: String?
    @Flag(help: ArgumentHelp(Speech.text(zh: "沿用现用的私钥", en: "for the key in use")))
    var sameKey = false

    func run() async throws {
        try await CommonOptions.guarded {
            let configuration = try node.configuration()
            let file = out ?? "\(configuration.node.text).csr"
            try OutputFiles.requireNew([file])
            var (receipt, pem) = try CertificateDesk(configuration).request(sameKey: sameKey)
            receipt.file = file
            try OutputFiles.write([(file, Data(pem.utf8))])
            try CommonOptions.finish(
                CommandOutcome(
                    exitCode: NodeService.ExitCode.done, output: receipt.rendered(node.format, Speech.language)))
        }
    }
}
