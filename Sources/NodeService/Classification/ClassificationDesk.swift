public import Compensation
public import Presentation
import Tabular

/// Classes the rows of a readings file. Needs neither a node nor its configuration; records nothing.
public struct ClassificationDesk: Sendable {
    let language: Language
    let format: OutputFormat

    public init(_ language: Language, format: OutputFormat) {
        self.language = language
        self.format = format
    }

    /// The rows with their classes as CSV and a summary on the error output; the grades of waters, or everything as
    /// JSON, where that is asked for.
    public func classify(_ form: ClassificationForm) -> CommandOutcome {
        var csv: String?
        let answer = OfflineAnswer.of(language, format: format) {
            let measured = try MeasuredTable(form)
            if let grouping = form.grouping {
                let waters = Self.waters(measured, by: grouping, form.items)
                return (WaterGradesReport(form.readings.name, waters), ExitCode.done)
            }
            if format == .table || format == .wide { csv = Self.csv(measured) }
            return (Self.report(measured, form.readings.name), ExitCode.done)
        }
        guard let csv else { return answer }
        return CommandOutcome(exitCode: answer.exitCode, output: csv, errors: answer.output)
    }

    private static func report(_ measured: MeasuredTable, _ file: String) -> ClassificationReport {
        let rows = measured.rows.map(\.classes)
        let summary = ClassificationSummary(
            file: file, rows: rows.count, classed: rows.count { $0.waterClass != nil },
            agreeing: rows.count { $0.differs == false }, differing: rows.count { $0.differs == true },
            notNormal: rows.count { !$0.isNormal })
        return ClassificationReport(summary, indicators: measured.indicators, rows: rows)
    }

    /// The file as it came, with `class_<code>` for each item, `class`, `differs` (yes, no, or empty where there is
    /// nothing to compare) and, where the file has a status, `normal`.
    private static func csv(_ measured: MeasuredTable) -> String {
        let hasStatus = measured.columns.status != nil
        let header =
            measured.table.header.cells.map(\.text) + measured.indicators.map { "class_\($0.code)" }
            + ["class", "differs"] + (hasStatus ? ["normal"] : [])
        let rows = measured.rows.map { measuredRow -> [String] in
            let classes = measuredRow.classes
            return measuredRow.row.cells.map(\.text) + classes.items.map { $0?.symbol ?? "" }
                + [classes.waterClass?.symbol ?? "", classes.differs.map { $0 ? "yes" : "no" } ?? ""]
                + (hasStatus ? [classes.isNormal ? "yes" : "no"] : [])
        }
        return String(decoding: CSVWriter.write(header: header, rows: rows), as: UTF8.self)
    }

    /// What lies in one river or basin, section by section; rivers and lakes are judged apart.
    private struct Waters {
        let name: String
        let bodyType: BodyType
        /// By section, in the order of the file.
        var sections: [(name: [UInt8], rows: [[IndicatorValue]])] = []
        var places: [[UInt8]: Int] = [:]
    }

    private struct Key: Hashable {
        let name: [UInt8]
        let bodyType: BodyType
    }

    private static func waters(
        _ measured: MeasuredTable, by grouping: ClassificationForm.Grouping, _ items: IndicatorSet
    ) -> [WaterGradesReport.Waters] {
        guard let column = grouping == .river ? measured.columns.river : measured.columns.basin,
            let sectionColumn = measured.columns.section
        else { return [] }
        var all: [Waters] = []
        var known: [Key: Int] = [:]
        for entry in measured.rows where entry.classes.isNormal && !entry.values.isEmpty {
            guard let name = entry.row.cell(inColumn: column)?.text, !name.isEmpty,
                let section = entry.row.cell(inColumn: sectionColumn)?.text
            else { continue }
            let key = Key(name: Array(name.utf8), bodyType: entry.bodyType)
            let place = known[key] ?? all.count
            if place == all.count {
                known[key] = place
                all.append(Waters(name: name, bodyType: entry.bodyType))
            }
            let bytes = Array(section.utf8)
            let spot = all[place].places[bytes] ?? all[place].sections.count
            if spot == all[place].sections.count {
                all[place].places[bytes] = spot
                all[place].sections.append((bytes, []))
            }
            all[place].sections[spot].rows.append(entry.values)
        }
        return all.compactMap { waters in
            let means = waters.sections.map { PeriodMeans(of: $0.rows) }
            return BasinEvaluation(means, bodyType: waters.bodyType, items: items).map {
                WaterGradesReport.Waters(
                    name: waters.name, bodyType: waters.bodyType, sections: means.count, evaluation: $0)
            }
        }
    }
}
