/// Everything found wrong with a text, in the order of the text; never empty.
public struct SchemeProblems: Error, Hashable, Sendable {
    public let all: [SchemeProblem]

    init(_ problems: [SchemeProblem]) {
        all = problems.sorted { ($0.line, $0.column) < ($1.line, $1.column) }
    }
}
