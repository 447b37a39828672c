import CXlsxWriter
import Foundation

/// Writes workbooks (`.xlsx`) with libxlsxwriter.
public enum WorkbookWriter {
    /// What a sheet has (Microsoft, "Excel specifications and limits").
    public static let mostRows = 1_048_576
    public static let mostColumns = 16_384
    /// UTF-8 in all cells together; what is written goes to disk first and to memory then.
    public static let mostTextBytes = 256 << 20

    /// The file as bytes. Rows and cells in ascending order.
    public static func write(_ sheets: [OutgoingSheet]) throws(WorkbookWritingFailure) -> [UInt8] {
        try check(sheets)
        let folder = try temporaryFolder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let path = folder + "/workbook.xlsx"
        // Rows go to disk as they are written, so that a long sheet costs no memory.
        var options = lxw_workbook_options(constant_memory: 1, tmpdir: nil, use_zip64: 0)
        guard let workbook = workbook_new_opt(path, &options) else { throw failure(LXW_ERROR_MEMORY_MALLOC_FAILED) }
        let formats = WorkbookFormats(workbook)
        var problem = LXW_NO_ERROR
        var names = SheetNames()
        for sheet in sheets {
            guard let worksheet = workbook_add_worksheet(workbook, names.take(sheet.name)) else {
                problem = LXW_ERROR_PARAMETER_VALIDATION
                break
            }
            problem = write(sheet, worksheet, formats)
            guard problem == LXW_NO_ERROR else { break }
        }
        // Closing also frees, so it is done whatever has happened.
        let closing = workbook_close(workbook)
        guard problem == LXW_NO_ERROR else { throw failure(problem) }
        guard closing == LXW_NO_ERROR, let bytes = FileManager.default.contents(atPath: path) else {
            throw failure(closing)
        }
        return Array(bytes)
    }

    /// Refuses what does not fit before anything is written.
    private static func check(_ sheets: [OutgoingSheet]) throws(WorkbookWritingFailure) {
        var textBytes = 0
        for row in sheets.lazy.flatMap(\.rows) {
            guard row.number <= mostRows else { throw .rows(row.number) }
            for cell in row.cells {
                guard cell.column <= mostColumns else { throw .columns(cell.column) }
                textBytes += cell.text.utf8.count
            }
            guard textBytes <= mostTextBytes else { throw .text }
        }
    }

    private static func write(
        _ sheet: OutgoingSheet, _ worksheet: UnsafeMutablePointer<lxw_worksheet>, _ formats: WorkbookFormats
    ) -> lxw_error {
        // Numbers that came as text stay as they were written; programs need not warn of them.
        worksheet_ignore_errors(worksheet, UInt8(LXW_IGNORE_NUMBER_STORED_AS_TEXT.rawValue), "A1:XFD1048576")
        if sheet.frozenRows > 0 { worksheet_freeze_panes(worksheet, UInt32(sheet.frozenRows), 0) }
        for (column, width) in ColumnWidths.of(sheet) {
            worksheet_set_column(worksheet, UInt16(column - 1), UInt16(column - 1), width, nil)
        }
        for row in sheet.rows {
            for cell in row.cells {
                let problem = write(cell, worksheet, UInt32(row.number - 1), formats)
                guard problem == LXW_NO_ERROR else { return problem }
            }
        }
        return LXW_NO_ERROR
    }

    private static func write(
        _ cell: OutgoingCell, _ worksheet: UnsafeMutablePointer<lxw_worksheet>, _ row: UInt32,
        _ formats: WorkbookFormats
    ) -> lxw_error {
        let column = UInt16(cell.column - 1)
        switch cell.content {
        case .number(let stored), .moment(let stored, _):
            if let number = Double(stored), number.isFinite {
                return worksheet_write_number(worksheet, row, column, number, formats.format(of: cell))
            }
        case .text: break
        }
        let format = formats.format(mark: cell.mark, number: "")
        guard !cell.text.isEmpty else { return worksheet_write_blank(worksheet, row, column, format) }
        return worksheet_write_string(worksheet, row, column, writable(cell.text), format)
    }

    /// Without what XML cannot hold, and no longer than a cell is.
    private static func writable(_ text: String) -> String {
        let longest = 32_000
        let isPlain = text.utf8.count <= longest && text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0xEF }
        if isPlain { return text }
        var plain = String.UnicodeScalarView()
        for scalar in text.unicodeScalars.prefix(longest) {
            let isAllowed = scalar.value >= 0x20 || [0x09, 0x0A, 0x0D].contains(scalar.value)
            plain.append(isAllowed && scalar.value & 0xFFFE != 0xFFFE ? scalar : "\u{FFFD}")
        }
        return String(plain)
    }

    private static func temporaryFolder() throws(WorkbookWritingFailure) -> String {
        var template = Array((FileManager.default.temporaryDirectory.path + "/tongzhou-XXXXXX").utf8CString)
        guard mkdtemp(&template) != nil else {
            throw .other(String(cString: strerror(errno)))
        }
        return String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    private static func failure(_ error: lxw_error) -> WorkbookWritingFailure {
        .other(lxw_strerror(error).map { String(cString: $0) } ?? "")
    }
}
