/// Why a workbook as a whole cannot be read.
struct WorkbookProblem: Error {
    let issue: TabularIssue

    enum Kind {
        case damaged
        case unsafe
        case other
    }

    init(_ kind: Kind, _ found: String, expected: Int? = nil) {
        let code: TabularIssueCode =
            switch kind {
            case .damaged: .workbookDamaged
            case .unsafe: .workbookUnsafe
            case .other: .notWorkbook
            }
        issue = TabularIssue(code, found: found, expected: expected.map(String.init) ?? "")
    }

    init(_ issue: TabularIssue) {
        self.issue = issue
    }
}
