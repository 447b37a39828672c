import Compensation
import Federation
import Presentation
import Tabular

/// Hands out everything of one kind as a file for spreadsheets.
struct ExportDesk {
    let node: Node

    func export(_ form: ExportForm, _ language: Language) async throws -> (receipt: ActionReceipt, file: ProducedFile) {
        let table = try await table(form.subject, language)
        let bytes = try Self.bytes(table, form.format, language)
        let message = Bilingual(
            zh: "导出\(table.name.zh) \(table.rows.count) 行。", en: "Exported \(table.name.en): \(table.rows.count) rows.")
        return (
            ActionReceipt(message, entries: []),
            ProducedFile("\(form.subject.rawValue).\(form.format.rawValue)", bytes)
        )
    }

    static func bytes(_ table: ExportTable, _ format: ExportForm.Format, _ language: Language) throws -> [UInt8] {
        let columns = table.columns.map { $0(language) }
        switch format {
        case .csv: return CSVWriter.write(header: columns, rows: table.rows)
        case .xlsx: return try WorkbookWriter.write([Self.sheet(table.name(language), columns, table.rows)])
        }
    }

    private func table(_ subject: ExportForm.Subject, _ language: Language) async throws -> ExportTable {
        let view = await node.view
        switch subject {
        case .readings: return .readings(view.docket, language)
        case .settlements: return .settlements(view.desk.cases.map { view.summary($0) }, language)
        case .ledger: return .ledger(try LedgerBook(view.docket, history: view.history), view.docket.roster, language)
        case .payments: return .payments(try MoneyDesk.agreements(nil, in: view), view.docket, language)
        }
    }

    private static func sheet(_ name: String, _ columns: [String], _ rows: [[String]]) -> OutgoingSheet {
        let header = columns.enumerated().map { OutgoingCell(column: $0.offset + 1, text: $0.element, mark: .heading) }
        let lines = rows.enumerated().map { place, row in
            OutgoingRow(number: place + 2, cells: row.enumerated().map { cell($0.element, column: $0.offset + 1) })
        }
        return OutgoingSheet(name: name, rows: [OutgoingRow(number: 1, cells: header)] + lines, frozenRows: 1)
    }

    /// A number that a spreadsheet can hold exactly is written as one, with the decimals it was written with.
    static func cell(_ text: String, column: Int) -> OutgoingCell {
        let digits = text.utf8.count { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        let isNumber = digits <= 15 && ExactDecimal(text) != nil
        return OutgoingCell(column: column, text: text, content: isNumber ? .number(stored: text) : .text)
    }
}
