import Compensation
import Presentation
import Tabular

/// A readings file with the classes of GB 3838-2002, row by row.
struct MeasuredTable {
    let table: Table
    let columns: MeasurementColumns
    /// The items asked for that the file has a column for, in the order of the items.
    let indicators: [Indicator]
    let rows: [MeasuredRow]

    /// Refuses the file as a whole, with every issue.
    init(_ form: ClassificationForm) throws {
        let file = form.readings
        table = try SoundTable.read(file)
        var columns = MeasurementColumns(table.header)
        let chosen = form.items.indicators.compactMap { item in columns.values.first { $0.indicator == item } }
        columns.require(
            [(chosen.first.map { _ in 0 }, form.items.indicators.map(\.code).joined(separator: ", "))], table.header)
        let lakes = try Self.lakes(form)
        if !lakes.isEmpty { columns.require([(columns.section, "section 断面")], table.header) }
        if let grouping = form.grouping {
            let place = grouping == .river ? columns.river : columns.basin
            columns.require(
                [
                    (columns.section, "section 断面"),
                    (place, grouping == .river ? "river 河流" : "basin 流域"),
                ], table.header)
        }
        guard columns.issues.isEmpty else { throw RefusedFile(file.name, columns.issues) }
        self.columns = columns
        let indicators = chosen.map(\.indicator)
        self.indicators = indicators
        let river = Classifier(indicators: indicators, bodyType: .river)
        let lake = Classifier(indicators: indicators, bodyType: .lake)
        let names = SectionNames([lakes])
        var issues: [ImportIssue] = []
        let finished = columns
        rows = table.rows.map { row in
            let section = finished.section.flatMap { row.cell(inColumn: $0) }?.text ?? ""
            let bodyType: BodyType = lakes.isEmpty || names.places(of: section).isEmpty ? .river : .lake
            let values = chosen.map { MeasurementColumns.value(row, $0, &issues) }
            let classes = Self.classes(row, values, finished, bodyType == .river ? river : lake)
            let measured = zip(indicators, values).compactMap { indicator, value in
                value.map { IndicatorValue(indicator, $0) }
            }
            return MeasuredRow(row: row, values: measured, bodyType: bodyType, classes: classes)
        }
        guard issues.isEmpty else { throw RefusedFile(file.name, issues) }
    }

    private static func classes(
        _ row: Row, _ values: [MeasuredValue?], _ columns: MeasurementColumns, _ classifier: Classifier
    ) -> ClassifiedRow {
        let items = values.enumerated().map { place, value in
            value.flatMap { classifier.waterClass(of: $0.inMeans, at: place) }
        }
        let status = columns.status.flatMap { row.cell(inColumn: $0) }?.text
        return ClassifiedRow(
            number: row.number, items: items, waterClass: items.compactMap { $0 }.max(),
            published: columns.published.flatMap { row.cell(inColumn: $0) }.flatMap { WaterClass(symbol: $0.text) },
            isNormal: status.map { [ReadingStatus.normal.rawValue, ReadingStatus.normal.name.zh].contains($0) } ?? true)
    }

    /// The names of all lakes and reservoirs.
    private static func lakes(_ form: ClassificationForm) throws -> [String] {
        guard let file = form.lakes else { return form.lakeNames }
        let table = try SoundTable.read(file)
        var columns = MeasurementColumns(table.header)
        columns.require([(columns.section, "section 断面")], table.header)
        guard let section = columns.section, columns.issues.isEmpty else {
            throw RefusedFile(file.name, columns.issues)
        }
        return form.lakeNames + table.rows.compactMap { $0.cell(inColumn: section)?.text }
    }
}
