import Compensation
import Tabular

/// What people send: rules and tables.
extension FuzzSubject {
    static let files: [FuzzSubject] = [
        FuzzSubject("scheme", scheme), FuzzSubject("csv", csv), FuzzSubject("workbook", workbook),
        FuzzSubject("workbook-parts") { bytes in try workbook(StoredArchive.workbook(bytes)) },
    ]

    /// What is taken can be computed, whether or not anything comes of it, and twice the same.
    private static func scheme(_ bytes: [UInt8]) throws -> Bool {
        let scheme: Scheme
        switch Scheme.load(bytes) {
        case .failure(let problems):
            try Violation.unless(!problems.all.isEmpty, "refused without a reason")
            let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).count
            for problem in problems.all {
                try Violation.unless(
                    (1...lines).contains(problem.line) && problem.column >= 1 && !problem.code.isEmpty,
                    "\(problem.code) at \(problem.line):\(problem.column) of \(lines) lines")
            }
            return false
        case .success(let loaded): scheme = loaded
        }
        try Violation.unless(
            scheme.source.utf8.elementsEqual(bytes) && bytes.count <= SchemeLimits.bytes, "another text")
        _ = scheme.outline
        for period in [scheme.validity.from, scheme.validity.to] {
            let readings = scheme.sections.prefix(4).enumerated().flatMap { place, section in
                (Indicator.all + scheme.ownIndicators).prefix(40).enumerated().compactMap {
                    number, indicator -> Reading? in
                    guard let time = CivilTime(minutesSinceEpoch: period.start.minutesSinceEpoch + Int64(number * 90)),
                        let value = MeasuredValue(["0.02", "7.5", "<0.01", "-1", "999999999"][(place + number) % 5])
                    else { return nil }
                    return Reading(
                        section: section.id, time: time, status: .normal, values: [IndicatorValue(indicator, value)])
                }
            }
            let outcome = scheme.settle(period: period, readings: readings)
            try Violation.unless(outcome == scheme.settle(period: period, readings: readings.reversed()), "two results")
            guard case .settled(let settlement) = outcome else { continue }
            try Violation.unless(
                settlement.transfers.allSatisfy { $0.amount > .zero && $0.payer != $0.payee }, "a transfer of nothing")
        }
        return true
    }

    private static let limits = TabularLimits(
        bytes: 40_000, rows: 60, columns: 40, cells: 600, cellLength: 300, issues: 20, parts: 30,
        unpackedBytes: 300_000,
        ratio: 200, depth: 16)

    /// A table that was read whole is written and read back cell for cell.
    private static func csv(_ bytes: [UInt8]) throws -> Bool {
        switch CSVReader.read(bytes, limits: limits) {
        case .unreadable(let issues):
            try Violation.unless(!issues.isEmpty, "refused without a reason")
            return false
        case .faulty(let table, let issues):
            try Violation.unless(!issues.isEmpty, "faulty without a reason")
            try within([table.header] + table.rows)
            return false
        case .sound(let table):
            let rows = [table.header] + table.rows
            try within(rows)
            let texts = rows.map { $0.cells.map(\.text) }
            let written = CSVWriter.write(header: texts[0], rows: Array(texts.dropFirst()))
            guard case .sound(let again) = CSVReader.read(written) else {
                throw Violation(description: "not read back: \(CSVReader.read(written).issues)")
            }
            for (row, original) in zip([again.header] + again.rows, texts) {
                try Violation.unless(row.cells.count == original.count, "another number of cells")
                for (cell, text) in zip(row.cells, original) {
                    // The quote that keeps a program from computing it.
                    try Violation.unless(
                        cell.text.utf8.elementsEqual(text.utf8) || cell.text.utf8.elementsEqual("'\(text)".utf8),
                        "\(text) read back as \(cell.text)")
                }
            }
            try Violation.unless(again.rows.count == table.rows.count, "another number of rows")
            return true
        }
    }

    private static func workbook(_ bytes: [UInt8]) throws -> Bool {
        let spreadsheet = Spreadsheet.read(bytes, limits: limits)
        let rows = spreadsheet.sheets.flatMap(\.rows)
        try within(rows)
        try Violation.unless(rows.map(\.cells.count).reduce(0, +) <= 2 * limits.cells, "too many cells")
        let issues = spreadsheet.issues + spreadsheet.sheets.flatMap(\.issues)
        try Violation.unless(!spreadsheet.sheets.isEmpty || !issues.isEmpty, "nothing, and no reason")
        try Violation.unless(issues.allSatisfy { $0.row.map { $0 >= 1 } ?? true }, "an issue in no row")
        return issues.isEmpty
    }

    private static func within(_ rows: [Row]) throws {
        for row in rows {
            try Violation.unless((1...limits.rows).contains(row.number), "row \(row.number)")
            try Violation.unless(row.cells.count <= limits.columns, "\(row.cells.count) columns")
            for (place, cell) in row.cells.enumerated() {
                try Violation.unless(cell.column == place + 1 && cell.row == row.number, "a cell in another place")
            }
        }
    }
}
