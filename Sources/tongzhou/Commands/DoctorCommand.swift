import ArgumentParser
import Foundation
import NodeService
import Presentation

/// Looks at everything and says what to do.
struct DoctorCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "doctor",
            abstract: Speech.text(
                zh: "主动检查：磁盘、权限、证书、数据库、时钟、邻居", en: "examine disk, modes, certificates, databases, clock, peers"),
            discussion: Speech.text(
                zh: """
                    每项给出正常、注意或异常，以及怎么办。只读，节点运行与否均可。--bundle 写出供技术支持使用的 .tar：检查结果、状态、配置与邻居文件；不含任何私钥，也不含日志数据。
                    退出码：0 全部正常；3 有需注意的；5 数据完整性问题。
                    """,
                en: """
                    Every line is ok, attention or broken, with what to do. Reads only, whether the node runs or not. --bundle writes a .tar for support: the findings, the status, configuration and peer files; no private key and no data of the logs is in it.
                    Exit codes: 0 all is well; 3 something needs attention; 5 integrity of the data.
                    """))
    }

    @OptionGroup var node: NodeOptions
    @Option(help: ArgumentHelp(Speech.text(zh: "只检查这个邻居：节点名、代码或名称", en: "only this peer: node name, code or name")))
    var peer: String?
    @Option(
        help: ArgumentHelp(
            Speech.text(zh: "另写一份支持包（.tar，从不覆盖）", en: "also write a support archive (.tar, never overwritten)")))
    var bundle: String?

    func run() async throws {
        try await CommonOptions.guarded {
            let configuration = try node.configuration()
            let report = try await DoctorDesk(configuration, Speech.language, format: node.format).examine(peer: peer)
            let outcome = CommandOutcome(
                exitCode: DoctorDesk.exitCode(report), output: report.rendered(node.format, Speech.language))
            guard let bundle else { return try CommonOptions.finish(outcome) }
            let archive = try await SupportBundle(configuration, at: node.configurationFile).archive(report)
            try OutputFiles.write([(bundle, archive)])
            try node.finish(outcome, adding: OutputFiles.told([bundle]))
        }
    }
}
