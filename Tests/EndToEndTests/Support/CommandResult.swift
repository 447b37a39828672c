import Foundation

/// How a command ended and what it printed.
struct CommandResult: CustomStringConvertible {
    let exitCode: Int32
    let output: String
    let errors: String

    /// The output as the one JSON object it has to be.
    var json: JSONAnswer { JSONAnswer(output) }

    var description: String { "exit \(exitCode)\n\(output)\(errors)" }
}
