public import Compensation
public import Federation
public import TransparencyLog

/// What `scheme check` shows: for each file what it says, or everything wrong with it.
public struct SchemeCheckReport: Report {
    /// One file and what came of reading it.
    public struct File: Sendable {
        public let name: String
        /// Of the bytes of the file.
        public let digest: ContentDigest
        public let result: Result<Scheme, SchemeProblems>

        public init(name: String, digest: ContentDigest, result: Result<Scheme, SchemeProblems>) {
            self.name = name
            self.digest = digest
            self.result = result
        }
    }

    public let files: [File]

    public init(_ files: [File]) { self.files = files }

    /// Whether every file is a scheme.
    public var isSound: Bool {
        files.allSatisfy { file in
            if case .success = file.result { true } else { false }
        }
    }

    public var json: JSONValue {
        .members([("schema", 1), ("ok", .bool(isSound)), ("files", .array(files.map(Self.json)))])
    }

    public var rowsMember: String? { "files" }

    private static func json(_ file: File) -> JSONValue {
        switch file.result {
        case .success(let scheme):
            let outline = scheme.outline
            let members: [(String, JSONValue?)] = [
                ("file", .string(file.name)), ("ok", true), ("rules", .integer(Int64(outline.rules.count))),
                ("open_parameters", .array(outline.parameters.map(SchemeOutlineWording.json))),
                ("unverified", .array(outline.unverified.map { .string($0.name) })),
            ]
            return .members(members + SchemeHead(scheme: scheme, digest: file.digest).members)
        case .failure(let problems):
            return .members([
                ("file", .string(file.name)), ("ok", false),
                ("problems", .array(problems.all.map(SchemeProblemWording.json))),
            ])
        }
    }

    public func text(_ language: Language) -> String {
        files.flatMap { Self.lines($0, language) }.map { $0 + "\n" }.joined()
    }

    private static func lines(_ file: File, _ language: Language) -> [String] {
        switch file.result {
        case .failure(let problems):
            return problems.all.map { SchemeProblemWording.text($0, file.name, language) }
        case .success(let scheme):
            let outline = scheme.outline
            let count = outline.rules.count
            let open = outline.parameters.count
            let head = SchemeHead(scheme: scheme, digest: file.digest).lines(language).map { "  " + $0 }
            let numbers = [
                Bilingual(zh: "规则 \(count) 条", en: "\(count) \(count == 1 ? "rule" : "rules")")(language),
                open == 0
                    ? Bilingual(zh: "无待定参数", en: "no open parameters")(language)
                    : Bilingual(zh: "待定参数 \(open) 个：", en: "open parameters (\(open)):")(language),
            ]
            let unverified = outline.unverified.map(\.name)
            return [TerminalText.visible("\(file.name): ok")] + head + numbers.map { "  " + $0 }
                + outline.parameters.map { "    " + SchemeOutlineWording.text($0, language) }
                + (unverified.isEmpty ? [] : ["  " + StepWording.restsOn(unverified, language)])
        }
    }
}
