public import Compensation
public import Federation

/// What `config check` shows: every file, and what is wrong in it.
public struct ConfigurationCheck: Report {
    public struct File: Sendable {
        public let path: String
        /// Line and column from 1; 0 when the file as a whole is meant.
        public let line: Int
        public let column: Int
        /// `nil` when the file is sound.
        public let problem: Bilingual?

        public init(_ path: String, line: Int = 0, column: Int = 0, problem: Bilingual? = nil) {
            self.path = path
            self.line = line
            self.column = column
            self.problem = problem
        }

        var json: JSONValue {
            .members([
                ("file", .string(path)), ("ok", .bool(problem == nil)),
                ("line", line > 0 ? .integer(Int64(line)) : nil), ("column", line > 0 ? .integer(Int64(column)) : nil),
                ("problem_zh", problem.map { .string($0.zh) }), ("problem_en", problem.map { .string($0.en) }),
            ])
        }

        /// `file:line:column: problem`, as compilers and editors understand it.
        func text(_ language: Language) -> String {
            let place = line > 0 ? "\(path):\(line):\(column)" : path
            return TerminalText.visible("\(place): \((problem ?? Bilingual(zh: "正常", en: "ok"))(language))")
        }
    }

    public let files: [File]

    public init(_ files: [File]) { self.files = files }

    public var isSound: Bool { files.allSatisfy { $0.problem == nil } }

    public var json: JSONValue {
        .members([("schema", 1), ("ok", .bool(isSound)), ("files", .array(files.map(\.json)))])
    }

    public var rowsMember: String? { "files" }

    public func text(_ language: Language) -> String { files.map { $0.text(language) + "\n" }.joined() }
}
