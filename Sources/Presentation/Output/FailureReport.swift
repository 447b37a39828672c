public import Compensation
public import Federation

/// Why a command did not do what it was asked to, for scripts: JSON on standard error.
public struct FailureReport: Report {
    public let exitCode: Int32
    /// In the operator's language.
    public let message: String

    public init(_ exitCode: Int32, _ message: String) {
        self.exitCode = exitCode
        self.message = message.hasSuffix("\n") ? String(message.dropLast()) : message
    }

    /// The exit code in a word; the words are those of `docs/json.md`.
    private var kind: String {
        switch exitCode {
        case 3: "attention"
        case 4: "not-yet"
        case 5: "integrity"
        case 6: "refused"
        case 7: "not-running"
        case 64: "usage"
        case 130: "interrupted"
        default: "failed"
        }
    }

    public var json: JSONValue {
        .members([
            ("schema", 1),
            (
                "error",
                .members([
                    ("exit_code", .integer(Int64(exitCode))), ("kind", .string(kind)), ("message", .string(message)),
                ])
            ),
        ])
    }

    public func text(_ language: Language) -> String { message + "\n" }
}
