import Compensation
import Federation
import Presentation
import Tabular

/// Reads the rows of one sheet.
struct SheetIntake {
    private let settings: ReadingsIntake
    private let sheet: Sheet
    /// Of the sheet in a workbook; nil for a text file.
    private let name: String?
    private let columns: IntakeColumns
    private var issues: [ImportIssue]

    init(_ settings: ReadingsIntake, _ sheet: Sheet, _ name: String?, _ columns: IntakeColumns) {
        self.settings = settings
        self.sheet = sheet
        self.name = name
        self.columns = columns
        issues = sheet.issues.map(ImportIssue.init)
    }

    mutating func read(_ known: inout KnownRows, into outcome: inout ReadingsIntake.Outcome) {
        if sheet.isHidden { outcome.notes.add(.sheetHidden, sheet: name) }
        for row in sheet.rows.prefix(columns.headerPlace) {
            outcome.notes.add(.rowsAbove, sheet: name, at: "\(row.number)")
        }
        var told = Set(outcome.columnsNotRecorded)
        for heading in columns.notRecorded where told.insert(heading).inserted {
            outcome.columnsNotRecorded.append(heading)
        }
        issues += columns.issues
        if columns.issues.isEmpty { readRows(&known, &outcome) }
        outcome.issues += issues.enumerated().sorted {
            ($0.element.row ?? 0, $0.offset) < ($1.element.row ?? 0, $1.offset)
        }.map { $0.element.on(sheet: name) }
    }

    private mutating func readRows(_ known: inout KnownRows, _ outcome: inout ReadingsIntake.Outcome) {
        let faulty = Set(sheet.issues.compactMap(\.row))
        var rows = sheet.rows.dropFirst(columns.headerPlace + 1)
        if let first = rows.first.map(columns.cleared), let wrong = columns.unitIssues(first) {
            outcome.notes.add(.unitsRow, sheet: name, at: "\(first.number)")
            issues += wrong
            rows.removeFirst()
        }
        for (place, row) in rows.lazy.map(columns.cleared).enumerated() where !faulty.contains(row.number) {
            if place % 512 == 0 { settings.progress.show(place, of: rows.count) }
            guard outcome.issues.count + issues.count < settings.limits.issues else {
                issues.append(
                    ImportIssue(.tooManyIssues, row: row.number, column: nil, expected: "\(settings.limits.issues)"))
                return
            }
            read(row, &known, &outcome)
        }
    }

    private mutating func read(_ row: Row, _ known: inout KnownRows, _ outcome: inout ReadingsIntake.Outcome) {
        let before = issues.count
        let sectionCell = row.cell(inColumn: columns.section ?? 0)
        let sections = sectionCell.map { self.sections($0, &known) } ?? []
        if sections.count != 1, let reason = LeftOutRow.reason(row) {
            outcome.notes.add(reason, sheet: name, at: "\(row.number)")
            return
        }
        let section = section(sectionCell, sections)
        let time = time(row, &outcome.notes)
        let status = status(row.cell(inColumn: columns.status ?? 0))
        let published = publishedClass(row.cell(inColumn: columns.publishedClass ?? 0))
        let values = columns.indicators.compactMap { indicator, column in
            row.cell(inColumn: column).flatMap { value($0, indicator, &outcome.notes) }
        }
        guard issues.count == before, let section, let time, let status,
            let reading = Reading(section: section.section, time: time, status: status, values: values)
        else { return }
        let content = ReadingContent(
            time: time, status: status, values: reading.values, publishedClass: published)
        take(IntakeRow(sheet: name, number: row.number, section: section.section, content: content), &known, &outcome)
        if let published, PublishedClass.computed(reading.values, bodyType: section.bodyType) != published {
            outcome.classMismatches.append(row.number)
        }
    }

    private mutating func take(
        _ row: IntakeRow, _ known: inout KnownRows, _ outcome: inout ReadingsIntake.Outcome
    ) {
        guard let earlier = known.rows[row.place] else {
            known.rows[row.place] = row
            outcome.rows.append(row)
            return
        }
        if earlier.content.sameContent(as: row.content) {
            outcome.repeated += 1
        } else {
            known.disputed.insert(row.place)
            let place = earlier.sheet == row.sheet ? "\(earlier.number)" : "\(earlier.sheet ?? "")!\(earlier.number)"
            issues.append(ImportIssue(.rowsDiffer, row: row.number, column: nil, expected: place))
        }
    }

    // MARK: Cells

    private func sections(_ cell: Cell, _ known: inout KnownRows) -> [SectionEntry] {
        // An empty bracket in a registered name must not make an empty cell a section.
        let text = PlainText.trimmed(cell.text)
        let name = Array(text.utf8)
        let found =
            known.sections[name]
            ?? (name.isEmpty ? [] : settings.sections.sections(named: text, near: settings.party))
        known.sections[name] = found
        return found
    }

    private mutating func section(_ cell: Cell?, _ found: [SectionEntry]) -> SectionEntry? {
        guard let cell else {
            return nil
        }
        if found.count == 1 { return found[0] }
        issues.append(
            found.isEmpty
                ? ImportIssue(.sectionUnknown, cell)
                : ImportIssue(.sectionAmbiguous, cell, expected: found.map(\.section.text).joined(separator: ", ")))
        return nil
    }

    private mutating func time(_ row: Row, _ notes: inout ImportNotes) -> CivilTime? {
        guard let cell = row.cell(inColumn: columns.time ?? 0) else { return nil }
        let text = plain(cell, &notes)
        if case .moment(_, showsYear: false) = cell.content { notes.add(.yearNotShown, sheet: name, cell) }
        if let date = columns.date.flatMap({ row.cell(inColumn: $0) }),
            let time = DatedTime.read(text, on: Self.day(PlainText.of(date.text)))
        {
            return past(time, cell)
        }
        switch IntakeTime.read(text, year: settings.year) {
        case .yearMissing: issues.append(ImportIssue(.yearMissing, cell))
        case .invalid: issues.append(ImportIssue(.timeInvalid, cell, expected: ColumnMeaning.timeForms))
        case .time(let time): return past(time, cell)
        }
        return nil
    }

    /// Without the midnight that a date cell may carry.
    private static func day(_ date: String) -> String { date.hasSuffix(" 00:00") ? String(date.dropLast(6)) : date }

    private mutating func past(_ time: CivilTime, _ cell: Cell) -> CivilTime? {
        if settings.now.civilTime.map({ time <= $0 }) ?? false { return time }
        issues.append(ImportIssue(.timeInFuture, cell))
        return nil
    }

    /// The text in one spelling; a note where it was in another.
    private func plain(_ cell: Cell, _ notes: inout ImportNotes) -> String {
        let text = PlainText.of(cell.text)
        // By bytes: a full-width digit is canonically another character, but not everywhere.
        if !text.utf8.elementsEqual(cell.text.utf8) { notes.add(.normalised, sheet: name, cell, became: text) }
        if cell.isMerged { notes.add(.merged, sheet: name, cell) }
        return text
    }

    private mutating func value(_ cell: Cell, _ indicator: Indicator, _ notes: inout ImportNotes) -> IndicatorValue? {
        switch IntakeValue.read(cell.text, limit: settings.detectionLimits[indicator]) {
        case .absent(let isMarked):
            if isMarked { notes.add(.notMeasured, sheet: name, cell) }
            return nil
        case .value(let value, let isRespelled):
            if isRespelled { notes.add(.normalised, sheet: name, cell, became: value.text) }
            if name != nil, cell.content == .text, !value.isBelowLimit { notes.add(.textNumber, sheet: name, cell) }
            if cell.isComputed { notes.add(.computed, sheet: name, cell) }
            if cell.isMerged { notes.add(.merged, sheet: name, cell) }
            return IndicatorValue(indicator, value)
        case .belowGivenLimit(let value):
            notes.add(.limitGiven, sheet: name, cell, became: value.text)
            return IndicatorValue(indicator, value)
        case .limitMissing: issues.append(ImportIssue(.limitMissing, cell, expected: indicator.code))
        case .invalid: issues.append(ImportIssue(.valueInvalid, cell, expected: "0.025"))
        }
        return nil
    }

    /// `nil` without an issue where nothing was published.
    private mutating func publishedClass(_ cell: Cell?) -> WaterClass? {
        guard let cell, !["", "--", "*"].contains(cell.text) else { return nil }
        let text = PlainText.of(cell.text)
        if let quality = WaterClass.allCases.first(where: { Self.spellings(of: $0).contains(text) }) { return quality }
        let known = WaterClass.allCases.map(\.symbol).joined(separator: ", ")
        issues.append(ImportIssue(.valueInvalid, cell, expected: known))
        return nil
    }

    /// `Ⅱ`, `II`, `Ⅱ类`, `II类`.
    private static func spellings(of quality: WaterClass) -> [String] {
        let latin = ["I", "II", "III", "IV", "V", "劣V"][quality.rawValue - 1]
        return [quality.symbol, latin, quality.symbol + "类", latin + "类"]
    }

    private mutating func status(_ cell: Cell?) -> ReadingStatus? {
        guard let cell else { return nil }
        let text = PlainText.trimmed(cell.text)
        if let status = ReadingStatus.allCases.first(where: { [$0.rawValue, $0.name.zh].contains(text) }) {
            return status
        }
        let known = ReadingStatus.allCases.map { "\($0.name.zh) \($0.rawValue)" }.joined(separator: ", ")
        issues.append(ImportIssue(.statusUnknown, cell, expected: known))
        return nil
    }
}
