import Compensation
import Presentation
import Tabular

/// Where a sheet of readings holds what.
struct IntakeColumns {
    /// The row of the headings, counted from 0 among the rows of the sheet.
    let headerPlace: Int
    private(set) var section: Int?
    private(set) var time: Int?
    private(set) var date: Int?
    private(set) var status: Int?
    private(set) var publishedClass: Int?
    private(set) var indicators: [(indicator: Indicator, column: Int)] = []
    /// What this program has written beside the rows of a file that it handed back.
    private(set) var issueColumns: [Int] = []
    private(set) var notRecorded: [String] = []
    private(set) var issues: [ImportIssue] = []

    /// How many of the first rows are looked through for the headings: titles and remarks may stand above them.
    private static let reach = 30
    /// In how many of the first columns headings are looked for in each of them.
    private static let reachAcross = 512

    /// Whether any row among the first looks like headings of readings.
    let isFound: Bool

    init(_ sheet: Sheet, ignoring ignored: [String]) {
        let scores = sheet.rows.prefix(Self.reach).map { row in
            row.cells.prefix(Self.reachAcross).count { cell in
                switch ColumnMeaning(heading: cell.text) {
                case .issue, nil: false
                default: true
                }
            }
        }
        let best = scores.max() ?? 0
        isFound = best >= 2
        headerPlace = isFound ? scores.firstIndex(of: best) ?? 0 : 0
        guard sheet.rows.indices.contains(headerPlace) else { return }
        let header = sheet.rows[headerPlace]
        for cell in header.cells where !Self.repeatsMerged(cell, in: header) { read(cell, ignored) }
        // A column of days alone holds the whole time where no other does.
        if time == nil {
            time = date
            date = nil
        }
        require(header)
    }

    /// A heading merged over several columns is one heading.
    private static func repeatsMerged(_ cell: Cell, in header: Row) -> Bool {
        cell.isMerged && header.cell(inColumn: cell.column - 1)?.text == cell.text
    }

    private mutating func read(_ cell: Cell, _ ignored: [String]) {
        if cell.text.isEmpty { return }
        if ignored.contains(where: { PlainText.of($0) == PlainText.of(cell.text) }) {
            notRecorded.append(ImportIssue.shown(cell.text))
            return
        }
        switch ColumnMeaning(heading: cell.text) {
        case .section: claim(\.section, cell)
        case .time: claim(\.time, cell)
        case .date: claim(\.date, cell)
        case .status: claim(\.status, cell)
        case .publishedClass: claim(\.publishedClass, cell)
        case .indicator(let indicator): claim(indicator, cell)
        case .otherUnit(let indicator):
            issues.append(ImportIssue(.unitOther, cell, expected: indicator.unit))
            indicators.append((indicator, cell.column))
        case .issue: issueColumns.append(cell.column)
        case nil:
            if let nearest = ColumnMeaning.nearest(to: cell.text) {
                issues.append(ImportIssue(.columnUnknown, cell, expected: nearest))
            } else {
                notRecorded.append(ImportIssue.shown(cell.text))
            }
        }
    }

    private mutating func claim(_ slot: WritableKeyPath<Self, Int?>, _ cell: Cell) {
        if self[keyPath: slot] != nil { issues.append(ImportIssue(.columnRepeated, cell)) }
        self[keyPath: slot] = cell.column
    }

    private mutating func claim(_ indicator: Indicator, _ cell: Cell) {
        if indicators.contains(where: { $0.indicator == indicator }) {
            issues.append(ImportIssue(.columnRepeated, cell))
        }
        indicators.append((indicator, cell.column))
    }

    private mutating func require(_ header: Row) {
        let needed = [(section, "section 断面"), (time, "monitor_time 监测时间"), (status, "status 状态")]
        for (slot, name) in needed where slot == nil {
            issues.append(ImportIssue(.columnMissing, row: header.number, column: nil, expected: name))
        }
        if indicators.isEmpty {
            let names = Indicator.all.map(\.code).joined(separator: ", ")
            issues.append(ImportIssue(.columnMissing, row: header.number, column: nil, expected: names))
        }
    }

    /// The row without what this program has written into it.
    func cleared(_ row: Row) -> Row {
        guard !issueColumns.isEmpty else { return row }
        var cells = row.cells.map { cell in
            issueColumns.contains(cell.column) ? Cell(text: "", row: cell.row, column: cell.column) : cell
        }
        while cells.last?.text.isEmpty == true { cells.removeLast() }
        return Row(number: row.number, line: row.line, cells: cells)
    }

    /// Bytes; a cell that holds more is no unit.
    private static let longestUnit = 64

    /// Whether a row below the headings holds nothing but units; nil where it holds something else, and otherwise what
    /// is wrong with them.
    func unitIssues(_ row: Row) -> [ImportIssue]? {
        let filled = row.cells.filter { !$0.text.isEmpty && $0.column != section }
        guard !filled.isEmpty,
            filled.allSatisfy({ $0.text.utf8.count <= Self.longestUnit }),
            filled.allSatisfy({ HeadingParts.isUnit(PlainText.of($0.text).lowercased()) || $0.text == "单位" })
        else { return nil }
        return indicators.compactMap { indicator, column in
            guard let cell = row.cell(inColumn: column), !cell.text.isEmpty,
                HeadingParts.canonical(PlainText.of(cell.text).lowercased()) != indicator.unit.lowercased()
            else { return nil }
            return ImportIssue(.unitOther, cell, expected: indicator.unit)
        }
    }
}
