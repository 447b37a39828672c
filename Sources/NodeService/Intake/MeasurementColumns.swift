import Compensation
import Presentation
import Tabular

/// Where a table of measurements holds what, for computations that record nothing.
///
/// A column `<name>_raw` holds the value before it was rounded for display and is preferred over `<name>`.
struct MeasurementColumns {
    struct Values {
        let indicator: Indicator
        /// As displayed and before that rounding; at least one of them.
        var displayed: Int?
        var raw: Int?
    }

    private(set) var section: Int?
    private(set) var time: Int?
    private(set) var date: Int?
    private(set) var status: Int?
    private(set) var published: Int?
    private(set) var river: Int?
    private(set) var basin: Int?
    private(set) var values: [Values] = []
    private(set) var issues: [ImportIssue] = []

    init(_ header: Row, indicators: [Indicator] = Indicator.all) {
        for cell in header.cells { read(cell, indicators) }
    }

    /// Adds an issue for each column that is needed and absent.
    mutating func require(_ columns: [(place: Int?, name: String)], _ header: Row) {
        for (place, name) in columns where place == nil {
            issues.append(ImportIssue(.columnMissing, row: header.number, column: nil, expected: name))
        }
    }

    private mutating func read(_ cell: Cell, _ indicators: [Indicator]) {
        let heading = SuppliedSetting.trimmed(cell.text[...])
        switch heading.lowercased() {
        case "date", "日期": claim(\.date, cell)
        case "water_class", "published_class", "水质类别": claim(\.published, cell)
        case "river", "河流", "水体": claim(\.river, cell)
        case "basin", "流域": claim(\.basin, cell)
        case let name where name.hasSuffix("_raw"):
            if case .indicator(let indicator) = ColumnMeaning(heading: String(name.dropLast(4)), among: indicators) {
                claim(\.raw, of: indicator, cell)
            }
        default:
            switch ColumnMeaning(heading: heading, among: indicators) {
            case .section: claim(\.section, cell)
            case .time: claim(\.time, cell)
            case .date: claim(\.date, cell)
            case .status: claim(\.status, cell)
            case .publishedClass: claim(\.published, cell)
            case .indicator(let indicator): claim(\.displayed, of: indicator, cell)
            case .otherUnit(let indicator): issues.append(ImportIssue(.unitOther, cell, expected: indicator.unit))
            case .issue, nil: break
            }
        }
    }

    private mutating func claim(_ slot: WritableKeyPath<Self, Int?>, _ cell: Cell) {
        if self[keyPath: slot] != nil { issues.append(ImportIssue(.columnRepeated, cell)) }
        self[keyPath: slot] = cell.column
    }

    private mutating func claim(_ slot: WritableKeyPath<Values, Int?>, of indicator: Indicator, _ cell: Cell) {
        let place = values.firstIndex { $0.indicator == indicator } ?? values.count
        if place == values.count { values.append(Values(indicator: indicator)) }
        if values[place][keyPath: slot] != nil { issues.append(ImportIssue(.columnRepeated, cell)) }
        values[place][keyPath: slot] = cell.column
    }

    /// What a row measured; what stands as empty, `--` or `*` was not.
    static func value(_ row: Row, _ values: Values, _ issues: inout [ImportIssue]) -> MeasuredValue? {
        for column in [values.raw, values.displayed] {
            guard let column, let cell = row.cell(inColumn: column), !["", "--", "*"].contains(cell.text) else {
                continue
            }
            if let value = MeasuredValue(cell.text), !cell.text.hasPrefix("-") { return value }
            issues.append(ImportIssue(.valueInvalid, cell, expected: "0.025"))
            return nil
        }
        return nil
    }

    /// The status of a row; nil, with an issue, where it is none that is known.
    static func status(_ cell: Cell, _ issues: inout [ImportIssue]) -> ReadingStatus? {
        if let status = ReadingStatus.allCases.first(where: { [$0.rawValue, $0.name.zh].contains(cell.text) }) {
            return status
        }
        let known = ReadingStatus.allCases.map { "\($0.name.zh) \($0.rawValue)" }.joined(separator: ", ")
        issues.append(ImportIssue(.statusUnknown, cell, expected: known))
        return nil
    }
}
