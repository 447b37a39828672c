import ArgumentParser
import NodeService

/// Runs the node.
struct ServeCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "serve",
            abstract: Speech.text(zh: "运行节点，直到收到 SIGTERM 或 Ctrl-C", en: "run the node until SIGTERM or Ctrl-C"))
    }

    @OptionGroup var node: NodeOptions

    func run() async throws {
        try await CommonOptions.guarded { try await NodeLauncher.serve(try node.configuration()) }
    }
}
