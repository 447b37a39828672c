import Compensation
import Presentation
import Tabular

/// Reads facts and parameters from a table with the columns name 名称, arguments 参数 and value 值, or from JSON.
enum FactsFile {
    static func read(_ file: NamedFile) throws -> [SuppliedValue] {
        if file.name.lowercased().hasSuffix(".json") { return try FactsDocument.read(file) }
        let table = try SoundTable.read(file)
        func column(_ names: [String]) -> Int? {
            table.header.cells.first { names.contains(SuppliedSetting.trimmed($0.text[...]).lowercased()) }?.column
        }
        let names = column(["name", "名称"])
        let values = column(["value", "值"])
        guard let names, let values else {
            let absent = names == nil ? "name 名称" : "value 值"
            throw RefusedFile(
                file.name, [ImportIssue(.columnMissing, row: table.header.number, column: nil, expected: absent)])
        }
        let arguments = column(["arguments", "参数"])
        func text(_ row: Row, _ column: Int?) -> String {
            column.flatMap { row.cell(inColumn: $0) }.map { SuppliedSetting.trimmed($0.text[...]) } ?? ""
        }
        return table.rows.map { row in
            SuppliedValue(
                name: text(row, names), arguments: SuppliedSetting.separated(text(row, arguments)),
                value: text(row, values))
        }
    }
}
