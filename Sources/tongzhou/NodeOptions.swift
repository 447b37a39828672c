import ArgumentParser
import Compensation
import Foundation
import NodeService

/// Options of commands that speak to a node.
struct NodeOptions: ParsableArguments {
    @OptionGroup var common: CommonOptions

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            Speech.text(
                zh: "节点配置文件（默认 $TONGZHOU_CONFIG，其次 ./node.yaml）",
                en: "node configuration (default $TONGZHOU_CONFIG, then ./node.yaml)")))
    var config: String?

    @Flag(name: .long, help: ArgumentHelp(Speech.text(zh: "输出 JSON", en: "print JSON")))
    var json = false

    func configuration() throws -> NodeConfiguration {
        let path = config ?? ProcessInfo.processInfo.environment["TONGZHOU_CONFIG"] ?? "node.yaml"
        return try NodeConfiguration(contentsOf: URL(filePath: path))
    }

    /// Has the node carry out a command and prints the outcome.
    func run(_ command: OperatorCommand) async throws {
        try await CommonOptions.guarded { try CommonOptions.finish(try await outcome(of: command)) }
    }

    /// Has the node carry out a command.
    func outcome(of command: OperatorCommand) async throws -> CommandOutcome {
        try await ControlClient(try configuration()).perform(command, Speech.language, json: json)
    }

    /// Prints an outcome with a line about what was written; JSON stays one object.
    func finish(_ outcome: CommandOutcome, adding line: String) throws {
        try CommonOptions.finish(
            CommandOutcome(exitCode: outcome.exitCode, output: outcome.output + (json ? "" : line)))
    }
}
