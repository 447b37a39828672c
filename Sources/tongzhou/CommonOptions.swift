import ArgumentParser
import Compensation
import Foundation
import NodeService

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
        try FileHandle.standardOutput.write(contentsOf: Data(outcome.output.utf8))
        try FileHandle.standardError.write(contentsOf: Data(outcome.errors.utf8))
        guard outcome.exitCode == 0 else { throw ArgumentParser.ExitCode(outcome.exitCode) }
    }

    /// Runs `body`; problems of configuration and storage become one clear line and their exit code.
    static func guarded(_ body: () async throws -> Void) async throws {
        do {
            try await body()
        } catch let error where !(error is ArgumentParser.ExitCode) {
            let outcome = FailureWording.outcome(error, Speech.language)
            try FileHandle.standardError.write(contentsOf: Data(outcome.errors.utf8))
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
