import Compensation
import Federation
import Presentation
import Tabular

/// The readings in a file that a scheme's sections gave, for a computation that records nothing.
struct SchemeReadings {
    private(set) var readings: [Reading] = []
    private var repeated = 0
    private var otherSections = 0
    private let file: String

    var summary: SchemeRunInputs {
        SchemeRunInputs(
            file: file, readings: readings.count, repeated: repeated, otherSections: otherSections)
    }

    /// Refuses the file as a whole, with every issue, where a row of one of the sections cannot be understood.
    init(_ file: NamedFile, of scheme: Scheme, year: Int?) throws {
        self.file = file.name
        let table = try SoundTable.read(file)
        var columns = MeasurementColumns(table.header, indicators: Indicator.all + scheme.ownIndicators)
        let someValue = columns.values.first.map { $0.raw ?? $0.displayed ?? 0 }
        columns.require(
            [
                (columns.section, "section 断面"), (columns.time, "monitor_time 监测时间"), (columns.status, "status 状态"),
                (someValue, (Indicator.all + scheme.ownIndicators).map(\.code).joined(separator: ", ")),
            ], table.header)
        guard columns.issues.isEmpty else { throw RefusedFile(file.name, columns.issues) }
        let sections = scheme.sections
        let names = SectionNames(sections.map { [$0.name, $0.label, $0.id.text] })
        var known: [ReadingPlace: (reading: Reading, row: Int)] = [:]
        var issues: [ImportIssue] = []
        for row in table.rows {
            guard let cell = columns.section.flatMap({ row.cell(inColumn: $0) }) else { continue }
            let places = names.places(of: cell.text)
            guard let place = places.first else {
                otherSections += 1
                continue
            }
            guard places.count == 1 else {
                let found = places.map { sections[$0].id.text }.joined(separator: ", ")
                issues.append(ImportIssue(.sectionAmbiguous, cell, expected: found))
                continue
            }
            guard let reading = Self.read(row, columns, sections[place].id, year, &issues) else { continue }
            let spot = ReadingPlace(section: reading.section, time: reading.time)
            if let earlier = known[spot] {
                if earlier.reading == reading {
                    repeated += 1
                } else {
                    issues.append(
                        ImportIssue(.rowsDiffer, row: row.number, column: nil, expected: "\(earlier.row)"))
                }
                continue
            }
            known[spot] = (reading, row.number)
            readings.append(reading)
        }
        guard issues.isEmpty else { throw RefusedFile(file.name, issues) }
    }

    private static func read(
        _ row: Row, _ columns: MeasurementColumns, _ section: SectionID, _ year: Int?, _ issues: inout [ImportIssue]
    ) -> Reading? {
        let before = issues.count
        func cell(_ column: Int?) -> Cell? { column.flatMap { row.cell(inColumn: $0) } }
        var taken: CivilTime?
        if let found = cell(columns.time) { taken = time(found, cell(columns.date)?.text, year, &issues) }
        var status: ReadingStatus?
        if let found = cell(columns.status) { status = MeasurementColumns.status(found, &issues) }
        let values = columns.values.compactMap { column in
            MeasurementColumns.value(row, column, &issues).map { IndicatorValue(column.indicator, $0) }
        }
        guard issues.count == before, let taken, let status else { return nil }
        return Reading(section: section, time: taken, status: status, values: values)
    }

    private static func time(
        _ cell: Cell, _ date: String?, _ year: Int?, _ issues: inout [ImportIssue]
    ) -> CivilTime? {
        if let time = date.flatMap({ DatedTime.read(cell.text, on: $0) }) { return time }
        switch IntakeTime.read(cell.text, year: year) {
        case .time(let time): return time
        case .yearMissing: issues.append(ImportIssue(.yearMissing, cell))
        case .invalid: issues.append(ImportIssue(.timeInvalid, cell, expected: ColumnMeaning.timeForms))
        }
        return nil
    }
}
