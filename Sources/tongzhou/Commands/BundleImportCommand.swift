import ArgumentParser
import Foundation
import NodeService

/// Takes in a bundle.
struct BundleImportCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "import",
            abstract: Speech.text(zh: "导入日志包", en: "take in a bundle"),
            discussion: Speech.text(
                zh: "按网络同步的同一规则逐段核验并存入；重复导入不会改变任何内容。退出码：3 有日志需要处理（如缺少前段），5 内容与签名不符，6 文件被拒绝。",
                en:
                    "Verifies and stores piece by piece as on the wire; importing again changes nothing. Exit codes: 3 a log needs something (such as an earlier bundle), 5 not what was signed, 6 the file was refused."
            ))
    }

    @OptionGroup var node: NodeOptions
    @Argument(help: ArgumentHelp(Speech.text(zh: "日志包文件", en: "the bundle file")))
    var file: String
    @Flag(help: ArgumentHelp(Speech.text(zh: "只核验，不存入", en: "verify only, store nothing")))
    var dryRun = false

    func run() async throws {
        try await node.run(.importBundle(path: URL(filePath: file).standardizedFileURL.path, dryRun: dryRun))
    }
}
