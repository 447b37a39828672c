import ArgumentParser
import Compensation
import Foundation
import NodeService
import Presentation

/// Options every command has.
struct CommonOptions: ParsableArguments {
    @Option(name: .long, help: ArgumentHelp(Speech.text(zh: "语言：zh 或 en", en: "language: zh or en")))
    var lang: String?

    func validate() throws {
        guard lang.map({ Language(rawValue: $0) != nil }) ?? true else {
            throw ValidationError(Speech.text(zh: "--lang 应为 zh 或 en", en: "--lang must be zh or en"))
        }
    }

    /// Prints what a command has to say and ends with its code.
    static func finish(_ outcome: CommandOutcome) throws {
        let output = Terminal.columns.map { FittedText.fitted(outcome.output, columns: $0) } ?? outcome.output
        try FileHandle.standardOutput.write(contentsOf: Data(output.utf8))
        try tell(outcome)
        guard outcome.exitCode == 0 else { throw ArgumentParser.ExitCode(outcome.exitCode) }
    }

    /// Prints what went wrong: one JSON object where JSON was asked for.
    private static func tell(_ outcome: CommandOutcome) throws {
        let isFailure = outcome.exitCode != 0 && !outcome.errors.isEmpty
        let text =
            isFailure && Speech.isJSON
            ? FailureReport(outcome.exitCode, outcome.errors).jsonText : outcome.errors
        try FileHandle.standardError.write(contentsOf: Data(text.utf8))
    }

    /// Runs `body`; problems of configuration and storage become one clear line and their exit code.
    static func guarded(_ body: () async throws -> Void) async throws {
        do {
            try await body()
        } catch let error where !(error is ArgumentParser.ExitCode) {
            let outcome = FailureWording.outcome(error, Speech.language)
            try tell(outcome)
            throw ArgumentParser.ExitCode(outcome.exitCode)
        }
    }

    static func bytes(of path: String) throws -> [UInt8] {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw FileProblem(path)
        }
        return Array(data)
    }
}
