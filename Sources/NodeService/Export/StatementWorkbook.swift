import Compensation
import Presentation
import Tabular

extension SettlementStatement {
    /// The workbook, and the page to print.
    func files(_ language: Language) throws -> [ProducedFile] {
        [
            ProducedFile("statement.xlsx", try StatementWorkbook.bytes(self, language)),
            ProducedFile("statement.html", StatementDocument(self).bytes(language)),
        ]
    }
}

/// A statement as a workbook of one sheet: the same tables in the same order.
enum StatementWorkbook {
    static func bytes(_ statement: SettlementStatement, _ language: Language) throws -> [UInt8] {
        var rows: [OutgoingRow] = []
        func add(_ cells: [OutgoingCell]) { rows.append(OutgoingRow(number: rows.count + 1, cells: cells)) }
        func headings(_ texts: [String]) -> [OutgoingCell] {
            texts.enumerated().map { OutgoingCell(column: $0.offset + 1, text: $0.element, mark: .heading) }
        }
        add(headings([SettlementStatement.title(language)]))
        for part in statement.parts(language) {
            add([])
            add(headings([part.title(language)]))
            if !part.columns.isEmpty { add(headings(part.columns.map { $0(language) })) }
            for row in part.rows {
                add(
                    row.enumerated().map { place, text in
                        part.isNumber(place)
                            ? ExportDesk.cell(text.replacing(",", with: ""), column: place + 1)
                            : OutgoingCell(column: place + 1, text: text)
                    })
            }
        }
        return try WorkbookWriter.write([
            OutgoingSheet(name: Bilingual(zh: "结算单", en: "statement")(language), rows: rows)
        ])
    }
}
