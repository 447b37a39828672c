import ArgumentParser
import NodeService

/// Hands out a document.
struct EvidenceExportCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "export",
            abstract: Speech.text(
                zh: "导出一份证据，供任何人离线核验", en: "write a document of evidence that anyone can check offline"))
    }

    @OptionGroup var node: NodeOptions
    @Argument(
        help: ArgumentHelp(
            Speech.text(
                zh: "证据摘要的开头（至少 8 位）；只有一份时可不写",
                en: "how its digest begins (at least 8 digits); may be left out when there is only one")
        ))
    var digest: String?
    @Option(
        help: ArgumentHelp(
            Speech.text(zh: "写入的文件；不给则输出到屏幕", en: "file to write; without it the document is printed"),
            valueName: "file"))
    var out: String?

    func run() async throws {
        try await CommonOptions.guarded {
            let outcome = try await node.outcome(of: .exportEvidence(digest: digest))
            guard outcome.exitCode == ExitCode.done, let file = outcome.files.first else {
                return try CommonOptions.finish(outcome)
            }
            if let out {
                try OutputFiles.write([(out, file.bytes)])
                try node.finish(outcome, adding: OutputFiles.told([out]))
            } else {
                let text = String(decoding: file.bytes, as: UTF8.self)
                try CommonOptions.finish(
                    node.output.isForPeople ? CommandOutcome(exitCode: outcome.exitCode, output: text) : outcome)
            }
        }
    }
}
