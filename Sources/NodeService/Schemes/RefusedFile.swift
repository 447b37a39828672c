import Presentation

/// A data file that cannot be used; nothing has been computed.
struct RefusedFile: Error {
    let report: FileIssuesReport

    init(_ file: String, _ issues: [ImportIssue]) {
        report = FileIssuesReport(
            file,
            issues.enumerated().sorted { ($0.element.row ?? 0, $0.offset) < ($1.element.row ?? 0, $1.offset) }
                .map(\.element))
    }
}
