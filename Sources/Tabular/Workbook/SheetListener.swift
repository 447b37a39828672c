/// Reads the cells of one sheet (`xl/worksheets/….xml`).
final class SheetListener: XMLListener {
    private(set) var rows: [Row] = []
    private(set) var merged: [CellRange] = []
    private(set) var issues: [TabularIssue] = []
    private(set) var problem: WorkbookProblem?

    private let part: String
    private let context: WorkbookContext
    private let limits: TabularLimits
    private(set) var budget: WorkbookBudget

    private var isInData = false
    private var isInRow = false
    private var isCapturing = false
    private var isInPhonetic = false
    private var bytes: [UInt8] = []
    private var rowNumber = 0
    private var column = 0
    private var type = ""
    private var style = 0
    private var hasFormula = false
    private var cells: [Cell] = []

    init(_ part: String, _ context: WorkbookContext, limits: TabularLimits, budget: WorkbookBudget) {
        self.part = part
        self.context = context
        self.limits = limits
        self.budget = budget
    }

    func start(_ name: String, _ attributes: XMLAttributes) {
        switch name {
        case "c" where isInData: startCell(attributes)
        case "v" where isInData: isCapturing = true
        case "f" where isInData: hasFormula = true
        case "t" where isInData: isCapturing = !isInPhonetic
        case "rPh": isInPhonetic = true
        case "row" where isInData: startRow(attributes)
        case "sheetData": isInData = true
        case "mergeCell":
            if let range = attributes["ref"].flatMap(CellRange.init) { merge(range) }
        default: break
        }
    }

    func end(_ name: String) {
        switch name {
        case "c" where isInData: endCell()
        case "v", "t": isCapturing = false
        case "rPh": isInPhonetic = false
        case "row" where isInData: endRow()
        case "sheetData": isInData = false
        default: break
        }
    }

    func text(_ piece: UnsafeBufferPointer<UInt8>) {
        guard isCapturing, bytes.count <= limits.cellBytes else { return }
        bytes += piece
    }

    // MARK: Rows

    private func startRow(_ attributes: XMLAttributes) {
        let number = attributes["r"].map { Int($0) ?? 0 } ?? rowNumber + 1
        guard number > rowNumber else { return refuse() }
        isInRow = true
        rowNumber = number
        column = 0
        cells.removeAll(keepingCapacity: true)
        if number > limits.rows {
            problem = WorkbookProblem(TabularIssue(.tooManyRows, found: "\(number)", expected: "\(limits.rows)"))
        }
    }

    private func endRow() {
        isInRow = false
        while cells.last?.text.isEmpty == true { cells.removeLast() }
        // A row with an issue is kept, so that it can be shown.
        guard issues.last?.row == rowNumber || cells.contains(where: { !$0.text.allSatisfy(\.isWhitespace) }) else {
            return
        }
        if let over = budget.take(cells: cells.count, textBytes: cells.reduce(0) { $0 + $1.text.utf8.count }) {
            problem = over
            return
        }
        rows.append(Row(number: rowNumber, line: rowNumber, cells: cells))
    }

    private func merge(_ range: CellRange) {
        // A list of blocks takes room too.
        problem = problem ?? budget.take(cells: 1)
        merged.append(range)
    }

    // MARK: Cells

    private func startCell(_ attributes: XMLAttributes) {
        // A cell outside of every row has no place that could be named.
        guard isInRow else { return refuse() }
        if let reference = attributes["r"] {
            guard let place = CellRange.corner(reference), place.row == rowNumber, place.column > column else {
                return refuse()
            }
            column = place.column
        } else {
            column += 1
        }
        type = attributes["t"] ?? "n"
        style = attributes["s"].flatMap { Int($0) } ?? 0
        hasFormula = false
        bytes.removeAll(keepingCapacity: true)
        if column > limits.columns {
            problem = WorkbookProblem(
                TabularIssue(.tooManyColumns, row: rowNumber, found: "\(column)", expected: "\(limits.columns)"))
        }
    }

    private func endCell() {
        // Some programs write formulas and leave computing to whoever opens the file.
        if bytes.isEmpty {
            if hasFormula && type != "str" { note(.noResult, "", "") }
            return
        }
        let raw = String(decoding: bytes, as: UTF8.self)
        var text = raw
        var content = CellContent.text
        switch type {
        case "s":
            guard let index = Int(raw), context.strings.indices.contains(index) else { return refuse() }
            text = context.strings[index]
        case "inlineStr", "str": text = EscapedText.decoded(raw)
        case "b": text = raw == "1" ? "TRUE" : "FALSE"
        case "d": text = raw.replacing("T", with: " ")
        case "n": (text, content) = number(raw)
        default: break
        }
        guard !text.isEmpty else { return }
        if content == .text { check(text) }
        while cells.count < column - 1 { cells.append(Cell(text: "", row: rowNumber, column: cells.count + 1)) }
        cells.append(
            Cell(text: text, row: rowNumber, column: column, content: content, isComputed: hasFormula))
    }

    private func number(_ raw: String) -> (String, CellContent) {
        guard let shown = ShownNumber.text(raw) else { return (raw, .text) }
        let form = context.forms.indices.contains(style) ? context.forms[style] : .decimals(0)
        if case .decimals(let decimals) = form {
            return (NumberForm.padded(shown, decimals: decimals), .number(stored: raw))
        }
        guard case .moment(let form) = form, let moment = SerialMoment.text(shown, form, is1904: context.is1904) else {
            return (shown, .number(stored: raw))
        }
        // From here on every day is counted from 1900.
        let days = context.is1904 ? Self.later(shown) : shown
        return (moment, .moment(stored: days, showsYear: form.showsYear || !form.showsDate))
    }

    private static func later(_ days: String) -> String {
        let whole = days.prefix { $0 != "." }
        return "\((Int(whole) ?? 0) + 1_462)" + days.dropFirst(whole.count)
    }

    private func check(_ text: String) {
        // Bytes are never fewer than scalars, and counting them is free.
        if text.utf8.count > limits.cellLength, text.unicodeScalars.count > limits.cellLength {
            note(.cellTooLong, "\(text.unicodeScalars.count)", "\(limits.cellLength)")
        }
        if let forbidden = text.unicodeScalars.first(where: ForbiddenCharacter.contains) {
            note(.forbiddenCharacter, ForbiddenCharacter.name(of: forbidden), "")
        }
    }

    private func note(_ code: TabularIssueCode, _ found: String, _ expected: String) {
        guard issues.count < limits.issues else {
            problem = WorkbookProblem(TabularIssue(.tooManyIssues, row: rowNumber, expected: "\(limits.issues)"))
            return
        }
        issues.append(TabularIssue(code, row: rowNumber, column: column, found: found, expected: expected))
    }

    /// Rows and cells that go back, or refer to what is not there.
    private func refuse() {
        problem = problem ?? WorkbookProblem(.damaged, part)
    }
}
