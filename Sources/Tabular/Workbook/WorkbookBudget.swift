/// How many cells, and how much text in them, a workbook may still hold, of all its sheets together.
///
/// Text is counted for every cell that shows it: a thousand cells may refer to one stored text.
struct WorkbookBudget {
    private let limits: TabularLimits
    private var cells: Int
    private var textBytes: Int

    init(_ limits: TabularLimits) {
        self.limits = limits
        cells = limits.cells
        textBytes = limits.textBytes
    }

    /// Takes so much from what is left. Returns why the workbook is refused where there is less.
    mutating func take(cells count: Int = 0, textBytes bytes: Int = 0) -> WorkbookProblem? {
        cells -= count
        textBytes -= bytes
        if cells < 0 {
            return WorkbookProblem(
                TabularIssue(.tooManyCells, found: "\(limits.cells + 1)", expected: "\(limits.cells)"))
        }
        return textBytes < 0 ? WorkbookProblem(.unsafe, "text", expected: limits.textBytes) : nil
    }
}
