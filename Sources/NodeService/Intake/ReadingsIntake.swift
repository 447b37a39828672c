import Compensation
import Federation
import Presentation
import Tabular

/// Reads a file of readings: bytes → rows that mean something, or every issue at once.
struct ReadingsIntake {
    let sections: SectionRegister
    /// For files whose times have no year.
    let year: Int?
    let now: Timestamp
    var limits = TabularLimits.default

    struct Outcome {
        var encoding = ""
        var rows: [IntakeRow] = []
        /// Rows that repeat an earlier one exactly.
        var repeated = 0
        var columnsNotRecorded: [String] = []
        var issues: [ImportIssue] = []
    }

    func read(_ bytes: [UInt8]) -> Outcome {
        var outcome = Outcome()
        let reading = CSVReader.read(bytes, limits: limits)
        outcome.issues = reading.issues.map(ImportIssue.init)
        guard let table = Self.table(of: reading) else { return outcome }
        outcome.encoding = table.encoding.rawValue
        guard let columns = columns(of: table, into: &outcome) else { return outcome }
        var known = Known()
        for row in table.rows {
            guard outcome.issues.count < limits.issues else {
                outcome.issues.append(
                    ImportIssue(.tooManyIssues, row: row.number, column: nil, expected: "\(limits.issues)"))
                break
            }
            read(row, columns, &known, into: &outcome)
        }
        if !outcome.issues.isEmpty {
            outcome.rows = []
            outcome.issues = Self.inFileOrder(outcome.issues)
        }
        return outcome
    }

    /// What has been seen while reading a file, so that its length costs no more than in proportion.
    private struct Known {
        var rows: [ReadingPlace: IntakeRow] = [:]
        /// By the bytes of the name: texts that merely look alike are different names.
        var sections: [[UInt8]: [SectionEntry]] = [:]
    }

    /// The rows that can be understood, so that every issue of a file is told at once.
    private static func table(of reading: TableReading) -> Table? {
        switch reading {
        case .sound(let table): table
        case .faulty(let table, let issues): table.withoutRows(named: issues)
        case .unreadable: nil
        }
    }

    private static func inFileOrder(_ issues: [ImportIssue]) -> [ImportIssue] {
        issues.enumerated().sorted {
            ($0.element.row ?? 0, $0.offset) < ($1.element.row ?? 0, $1.offset)
        }.map(\.element)
    }

    private struct Columns {
        var section = 0
        var time = 0
        var status = 0
        var indicators: [(indicator: Indicator, column: Int)] = []
    }

    private func columns(of table: Table, into outcome: inout Outcome) -> Columns? {
        var columns = Columns()
        let before = outcome.issues.count
        func claim(_ slot: inout Int, _ cell: Cell) {
            if slot != 0 { outcome.issues.append(ImportIssue(.columnRepeated, cell)) }
            slot = cell.column
        }
        for cell in table.header.cells {
            switch ColumnMeaning(heading: cell.text) {
            case .otherUnit(let indicator):
                outcome.issues.append(ImportIssue(.unitOther, cell, expected: indicator.unit))
                columns.indicators.append((indicator, cell.column))
            case .section: claim(&columns.section, cell)
            case .time: claim(&columns.time, cell)
            case .status: claim(&columns.status, cell)
            case .indicator(let indicator):
                if columns.indicators.contains(where: { $0.indicator == indicator }) {
                    outcome.issues.append(ImportIssue(.columnRepeated, cell))
                }
                columns.indicators.append((indicator, cell.column))
            case nil: outcome.columnsNotRecorded.append(cell.text)
            }
        }
        for (slot, name) in [
            (columns.section, "section 断面"), (columns.time, "monitor_time 监测时间"), (columns.status, "status 状态"),
        ]
        where slot == 0 {
            outcome.issues.append(ImportIssue(.columnMissing, row: table.header.number, column: nil, expected: name))
        }
        if columns.indicators.isEmpty {
            let names = Indicator.all.map(\.code).joined(separator: ", ")
            outcome.issues.append(ImportIssue(.columnMissing, row: table.header.number, column: nil, expected: names))
        }
        return outcome.issues.count == before ? columns : nil
    }

    private func read(_ row: Row, _ columns: Columns, _ known: inout Known, into outcome: inout Outcome) {
        let before = outcome.issues.count
        let section = section(row.cell(inColumn: columns.section), &known, into: &outcome)
        let time = time(row.cell(inColumn: columns.time), into: &outcome)
        let status = status(row.cell(inColumn: columns.status), into: &outcome)
        var values: [IndicatorValue] = []
        for (indicator, column) in columns.indicators {
            guard let cell = row.cell(inColumn: column), !["", "--", "*"].contains(cell.text) else { continue }
            guard let value = MeasuredValue(cell.text), !cell.text.hasPrefix("-") else {
                outcome.issues.append(ImportIssue(.valueInvalid, cell, expected: "0.025"))
                continue
            }
            values.append(IndicatorValue(indicator, value))
        }
        guard outcome.issues.count == before, let section, let time, let status,
            let reading = Reading(section: section, time: time, status: status, values: values)
        else { return }
        let content = ReadingContent(time: time, status: status, values: reading.values)
        let understood = IntakeRow(number: row.number, section: section, content: content)
        if let earlier = known.rows[understood.place] {
            if earlier.content.sameContent(as: content) {
                outcome.repeated += 1
            } else {
                outcome.issues.append(
                    ImportIssue(.rowsDiffer, row: row.number, column: nil, expected: "\(earlier.number)"))
            }
            return
        }
        known.rows[understood.place] = understood
        outcome.rows.append(understood)
    }

    private func section(_ cell: Cell?, _ known: inout Known, into outcome: inout Outcome) -> SectionID? {
        guard let cell else { return nil }
        // An empty bracket in a registered name must not make an empty cell a section.
        let name = Array(cell.text.utf8)
        let found = known.sections[name] ?? (name.isEmpty ? [] : sections.sections(named: cell.text))
        known.sections[name] = found
        if found.count == 1 { return found[0].section }
        outcome.issues.append(
            found.isEmpty
                ? ImportIssue(.sectionUnknown, cell)
                : ImportIssue(.sectionAmbiguous, cell, expected: found.map(\.section.text).joined(separator: ", ")))
        return nil
    }

    private func time(_ cell: Cell?, into outcome: inout Outcome) -> CivilTime? {
        guard let cell else { return nil }
        switch IntakeTime.read(cell.text, year: year) {
        case .yearMissing: outcome.issues.append(ImportIssue(.yearMissing, cell))
        case .invalid: outcome.issues.append(ImportIssue(.timeInvalid, cell, expected: ColumnMeaning.timeForms))
        case .time(let time):
            if now.civilTime.map({ time <= $0 }) ?? false { return time }
            outcome.issues.append(ImportIssue(.timeInFuture, cell))
        }
        return nil
    }

    private func status(_ cell: Cell?, into outcome: inout Outcome) -> ReadingStatus? {
        guard let cell else { return nil }
        if let status = ReadingStatus.allCases.first(where: { [$0.rawValue, $0.name.zh].contains(cell.text) }) {
            return status
        }
        let known = ReadingStatus.allCases.map { "\($0.name.zh) \($0.rawValue)" }.joined(separator: ", ")
        outcome.issues.append(ImportIssue(.statusUnknown, cell, expected: known))
        return nil
    }
}
