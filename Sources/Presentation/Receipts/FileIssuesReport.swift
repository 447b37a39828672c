public import Compensation
public import Federation

/// Everything that keeps a data file from being used, each with its place.
public struct FileIssuesReport: Report {
    public let file: String
    public let issues: [ImportIssue]

    public init(_ file: String, _ issues: [ImportIssue]) {
        self.file = file
        self.issues = issues
    }

    public var json: JSONValue {
        .members([("schema", 1), ("file", .string(file)), ("issues", .array(issues.map(\.json)))])
    }

    public var rowsMember: String? { "issues" }

    public func text(_ language: Language) -> String {
        let count = issues.count
        let head = Bilingual(
            zh: "\(TerminalText.visible(file))：发现 \(count) 个问题，未作计算。",
            en: "\(TerminalText.visible(file)): \(count) \(count == 1 ? "issue" : "issues"), nothing was computed.")
        return ([head(language)] + IssueLines(issues, file).lines(language)).joined(separator: "\n") + "\n"
    }
}
