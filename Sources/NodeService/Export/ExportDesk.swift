import Compensation
import Federation
import Presentation
import Tabular

/// Hands out everything of one kind as a file for spreadsheets, or what of it lies in a time and at a section.
struct ExportDesk {
    let node: Node

    /// What a sheet holds below its headings; a CSV file is to be opened in one too.
    static let mostRows = WorkbookWriter.mostRows - 1
    /// In base64 and JSON it has to fit into the answer to one command, ``ControlServer/largestCommand``.
    static let mostBytes = 90 << 20

    func export(_ form: ExportForm, _ language: Language) async throws -> (receipt: ActionReceipt, file: ProducedFile) {
        let table = try await table(form, language)
        try Self.check(rows: table.rows.count, form)
        // A CSV file is larger than the text in it.
        try Self.check(bytes: form.format == .csv ? table.textBytes : 0, form)
        let bytes: [UInt8]
        do {
            bytes = try Self.bytes(table, form.format, language)
        } catch WorkbookWritingFailure.text {
            throw Self.tooMuch(
                Bilingual(
                    zh: "文字超过 \(WorkbookWriter.mostTextBytes >> 20) MiB",
                    en: "more than \(WorkbookWriter.mostTextBytes >> 20) MiB of text"), form)
        }
        try Self.check(bytes: bytes.count, form)
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

    private func table(_ form: ExportForm, _ language: Language) async throws -> ExportTable {
        let view = await node.view
        let span = ExportSpan(from: try Self.period(form.from), until: try Self.period(form.until))
        guard form.section == nil || form.subject.hasSections else {
            throw CommandFailure(
                zh: "--section 只用于监测数据与核算结果。", en: "--section is for readings and settlements only.")
        }
        let section = try form.section.map { try SectionDesk.section($0, in: view) }
        switch form.subject {
        case .readings:
            let found = ExportedReading.all(view.docket, of: section, within: span)
            // Rows of text take far more memory than what they are made of.
            try Self.check(rows: found.count, form)
            return .readings(found, language)
        case .settlements:
            return .settlements(try view.summaries(view.desk.cases), language, of: section, within: span)
        case .ledger:
            let book = try LedgerBook(view.docket, history: view.history)
            return .ledger(book, view.docket.roster, language, within: span)
        case .payments:
            return .payments(try MoneyDesk.agreements(nil, in: view), view.docket, language, within: span)
        }
    }

    private static func period(_ text: String?) throws -> Period? {
        guard let text else { return nil }
        guard let period = Period(text) else {
            throw CommandFailure(
                zh: "“\(text)”不是核算期（如 2021、2021-04）。", en: "“\(text)” is no period (such as 2021 or 2021-04).")
        }
        return period
    }

    /// - Throws: `CommandFailure` that names the limit and how to ask for less.
    static func check(rows: Int, _ form: ExportForm) throws {
        guard rows > mostRows else { return }
        throw tooMuch(
            Bilingual(
                zh: "共 \(rows) 行，一个文件最多 \(mostRows) 行", en: "\(rows) rows; one file holds at most \(mostRows)"), form)
    }

    static func check(bytes: Int, _ form: ExportForm) throws {
        guard bytes > mostBytes else { return }
        throw tooMuch(
            Bilingual(
                zh: "文件将超过 \(mostBytes >> 20) MiB", en: "the file would be larger than \(mostBytes >> 20) MiB"), form)
    }

    private static func tooMuch(_ what: Bilingual, _ form: ExportForm) -> CommandFailure {
        let (zh, en) = form.subject.hasSections ? ("、--section", ", --section") : ("", "")
        return CommandFailure(
            zh: "\(what.zh)，未写入任何内容。请用 --from、--until\(zh) 分次导出。",
            en: "\(what.en); nothing was written. Export it in parts with --from, --until\(en).")
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
