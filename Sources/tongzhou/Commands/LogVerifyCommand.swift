import ArgumentParser
import NodeService

/// Recomputes the stored logs.
struct LogVerifyCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "verify",
            abstract: Speech.text(
                zh: "从条目原文重算自有与镜像日志的全部散列，并核对签名",
                en: "recompute own and mirrored logs from their entries and check the signatures"))
    }

    @OptionGroup var node: NodeOptions

    func run() async throws { try await node.run(.verifyLogs) }
}
