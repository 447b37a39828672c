import ArgumentParser
import Compensation
import Foundation
import NodeService
import Presentation

/// Options of commands that speak to a node.
struct NodeOptions: ParsableArguments {
    @OptionGroup var common: CommonOptions

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            Speech.text(
                zh: "节点配置文件（默认 $TONGZHOU_CONFIG，其次 ./node.yaml，再次 /var/lib/tongzhou/node.yaml）",
                en: "node configuration (default $TONGZHOU_CONFIG, then ./node.yaml, then /var/lib/tongzhou/node.yaml)")
        ))
    var config: String?

    @OptionGroup var output: OutputOptions

    var format: OutputFormat { output.format }

    var configurationFile: URL {
        URL(filePath: ConfigurationPath.chosen(config))
    }

    func configuration() throws -> NodeConfiguration {
        try NodeConfiguration(contentsOf: configurationFile, environment: ProcessInfo.processInfo.environment)
    }

    /// Has the node carry out a command and prints the outcome.
    func run(_ command: OperatorCommand) async throws {
        try await CommonOptions.guarded { try CommonOptions.finish(try await outcome(of: command)) }
    }

    /// Prints what a desk reports that needs no running node.
    func report(_ body: (NodeConfiguration) async throws -> any Report) async throws {
        try await CommonOptions.guarded {
            let report = try await body(try configuration())
            try CommonOptions.finish(
                CommandOutcome(exitCode: ExitCode.done, output: report.rendered(format, Speech.language)))
        }
    }

    /// Has the node carry out a command.
    func outcome(of command: OperatorCommand) async throws -> CommandOutcome {
        try await ControlClient(try configuration()).perform(command, Speech.language, format: format)
    }

    /// Prints an outcome with a line about what was written; what scripts read stays as it is.
    func finish(_ outcome: CommandOutcome, adding line: String) throws {
        try CommonOptions.finish(
            CommandOutcome(exitCode: outcome.exitCode, output: outcome.output + (output.isForPeople ? line : "")))
    }
}
