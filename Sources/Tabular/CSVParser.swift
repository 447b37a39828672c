/// Cuts well-formed UTF-8 into rows and cells and notes what is wrong with them.
struct CSVParser {
    /// Rows that are not blank, header included.
    private(set) var rows: [Row] = []
    /// Issues in file order.
    private(set) var issues: [TabularIssue] = []
    /// Whether reading ended before the file did, or where the rest of it means nothing.
    private(set) var hasStopped = false

    private let utf8: [UInt8]
    private let separator: UInt8
    private let limits: TabularLimits
    private var position = 0
    private var line = 1
    private var rowNumber = 0
    private var cellCount = 0

    init(_ utf8: [UInt8], limits: TabularLimits) {
        self.utf8 = utf8
        self.separator = CSVSeparator.detect(in: utf8)
        self.limits = limits
    }

    /// Reads to the end, or to where it must stop.
    mutating func parse() {
        while position < utf8.count, !hasStopped {
            rowNumber += 1
            guard rowNumber <= limits.rows else {
                stop(.tooManyRows, found: rowNumber, expected: limits.rows)
                return
            }
            parseRow()
        }
    }

    private mutating func parseRow() {
        let firstLine = line
        var cells: [Cell] = []
        var column = 0
        var isBlank = true
        repeat {
            column += 1
            let start = position
            let text = parseCell(column: column)
            let isQuoted = start < position && utf8[start] == quote
            isBlank = isBlank && !isQuoted && text.allSatisfy(\.isWhitespace)
            guard !hasStopped else { return }
            if column <= limits.columns {
                check(text, column: column)
                cells.append(Cell(text: text, row: rowNumber, column: column))
            } else if column == limits.columns + 1 {
                note(
                    .tooManyColumns, column: column, found: String(column),
                    expected: String(limits.columns))
            }
        } while skipSeparator()
        skipLineEnd()
        if !isBlank, !hasStopped {
            keep(Row(number: rowNumber, line: firstLine, cells: cells))
        }
    }

    private mutating func keep(_ row: Row) {
        cellCount += row.cells.count
        guard cellCount <= limits.cells else {
            stop(.tooManyCells, found: cellCount, expected: limits.cells)
            return
        }
        rows.append(row)
        let found = row.cells.count
        let expected = rows[0].cells.count
        if found != expected {
            note(.raggedRow, found: String(found), expected: String(expected))
        }
    }

    // MARK: Cells

    private mutating func parseCell(column: Int) -> String {
        guard position < utf8.count, utf8[position] == quote else {
            return String(decoding: takePlain(), as: UTF8.self)
        }
        position += 1
        guard let quoted = takeQuoted() else {
            note(.unclosedQuote, column: column)
            hasStopped = true
            return ""
        }
        let after = String(decoding: takePlain(), as: UTF8.self)
        if let first = after.first {
            note(.strayQuote, column: column, found: String(first))
        }
        return String(decoding: quoted, as: UTF8.self) + after
    }

    /// The bytes up to the next separator or line end.
    private mutating func takePlain() -> ArraySlice<UInt8> {
        let start = position
        while position < utf8.count, utf8[position] != separator, !isLineEnd(utf8[position]) {
            position += 1
        }
        return utf8[start..<position]
    }

    /// The bytes up to the closing quote, with doubled quotes made single; `nil` if none closes.
    private mutating func takeQuoted() -> [UInt8]? {
        var bytes: [UInt8] = []
        while position < utf8.count {
            let byte = utf8[position]
            if byte == quote {
                position += 1
                guard position < utf8.count, utf8[position] == quote else { return bytes }
            } else if endsLine(at: position) {
                line += 1
            }
            bytes.append(byte)
            position += 1
        }
        return nil
    }

    private mutating func check(_ text: String, column: Int) {
        let scalars = text.unicodeScalars
        // Bytes are never fewer than scalars, and counting them is free.
        if text.utf8.count > limits.cellLength, scalars.count > limits.cellLength {
            note(
                .cellTooLong, column: column, found: String(scalars.count),
                expected: String(limits.cellLength))
        }
        // The first one is enough to find the cell.
        if let forbidden = scalars.first(where: ForbiddenCharacter.contains) {
            note(
                .forbiddenCharacter, column: column,
                found: ForbiddenCharacter.name(of: forbidden))
        }
    }

    // MARK: Places

    private mutating func skipSeparator() -> Bool {
        guard position < utf8.count, utf8[position] == separator else { return false }
        position += 1
        return true
    }

    private mutating func skipLineEnd() {
        while position < utf8.count {
            let isLast = endsLine(at: position)
            position += 1
            if isLast {
                line += 1
                return
            }
        }
    }

    /// Whether a line ends with this byte: LF, or CR that no LF follows.
    private func endsLine(at position: Int) -> Bool {
        switch utf8[position] {
        case UInt8(ascii: "\n"): true
        case UInt8(ascii: "\r"):
            position + 1 == utf8.count || utf8[position + 1] != UInt8(ascii: "\n")
        default: false
        }
    }

    private func isLineEnd(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
    }

    private var quote: UInt8 { UInt8(ascii: "\"") }

    // MARK: Issues

    private mutating func note(
        _ code: TabularIssueCode, column: Int? = nil, found: String = "", expected: String = ""
    ) {
        guard !hasStopped else { return }
        guard issues.count < limits.issues else {
            issues.append(
                TabularIssue(.tooManyIssues, row: rowNumber, expected: String(limits.issues)))
            hasStopped = true
            return
        }
        issues.append(
            TabularIssue(code, row: rowNumber, column: column, found: found, expected: expected))
    }

    private mutating func stop(_ code: TabularIssueCode, found: Int, expected: Int) {
        note(code, found: String(found), expected: String(expected))
        hasStopped = true
    }
}
