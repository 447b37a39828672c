import ArgumentParser
import Compensation
import Foundation
import NodeService

/// Issues development certificates.
struct CertsIssueCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "issue",
            abstract: Speech.text(zh: "签发开发用证书（自建开发 CA）", en: "issue development certificates (own development CA)"),
            discussion: Speech.text(
                zh: "仅供试用与测试；正式部署使用联盟指定的 CA。私钥文件权限 0600，从不覆盖已有文件。",
                en:
                    "For trials and tests only; a deployment uses the federation's authority. Keys have mode 0600; nothing is ever overwritten."
            ))
    }

    @OptionGroup var options: OfflineOptions
    @Option(help: ArgumentHelp(Speech.text(zh: "证书文件夹", en: "certificate folder")))
    var folder = "certs/dev"
    @Option(help: ArgumentHelp(Speech.text(zh: "有效天数", en: "days of validity")))
    var days = 365
    @Argument(
        help: ArgumentHelp(Speech.text(zh: "节点名，如 500000.tongzhou.test", en: "node names such as 500000.tongzhou.test"))
    )
    var nodes: [String]

    func validate() throws {
        guard (1...3650).contains(days) else {
            throw ValidationError(Speech.text(zh: "--days 应为 1 至 3650", en: "--days must be 1 to 3650"))
        }
    }

    func run() async throws {
        try await CommonOptions.guarded {
            try CommonOptions.finish(
                try DevelopmentCertificates(folder: folder, days: days).issue(
                    nodes, Speech.language, format: options.format))
        }
    }
}
