import Foundation

/// Runs a program to its end. The limits are against what hangs; what a script itself waits for ends earlier, and says
/// what it was.
enum Run {
    static func program(
        _ program: String, _ arguments: [String], environment: [String: String] = [:], folder: String? = nil,
        within limit: Duration = .seconds(300)
    ) async throws -> CommandResult {
        let scratch = try ScratchFolder()
        let process = try ChildProcess(
            program, arguments, environment: environment, folder: folder, output: scratch("out"),
            errors: scratch("err"))
        let code = try await process.end(within: limit)
        let result = CommandResult(exitCode: code, output: text(scratch("out")), errors: text(scratch("err")))
        if program == ProgramUnderTest.path { JSONContract.examine(arguments, result) }
        return result
    }

    /// Runs `tongzhou`, in English unless the arguments or the environment say otherwise.
    static func tongzhou(
        _ arguments: [String], environment: [String: String] = ["TONGZHOU_LANG": "en"], folder: String? = nil,
        within limit: Duration = .seconds(300)
    ) async throws -> CommandResult {
        try await program(
            ProgramUnderTest.path, arguments, environment: environment, folder: folder, within: limit)
    }

    /// Runs `tongzhou` and insists on success.
    @discardableResult
    static func done(_ arguments: [String]) async throws -> CommandResult {
        let result = try await tongzhou(arguments)
        guard result.exitCode == 0 else { throw TestProblem("tongzhou \(arguments.joined(separator: " ")): \(result)") }
        return result
    }

    static func text(_ path: String) -> String {
        String(decoding: FileManager.default.contents(atPath: path) ?? Data(), as: UTF8.self)
    }
}
