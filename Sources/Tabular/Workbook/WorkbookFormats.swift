import CXlsxWriter

/// The cell formats of one workbook, made when first used.
final class WorkbookFormats {
    private struct Key: Hashable {
        let mark: OutgoingCell.Mark
        let number: String
    }

    private let workbook: UnsafeMutablePointer<lxw_workbook>
    private var formats: [Key: UnsafeMutablePointer<lxw_format>] = [:]

    init(_ workbook: UnsafeMutablePointer<lxw_workbook>) {
        self.workbook = workbook
    }

    func format(of cell: OutgoingCell) -> UnsafeMutablePointer<lxw_format>? {
        guard case .moment = cell.content else {
            let decimals = cell.text.split(separator: ".").dropFirst().first?.count ?? 0
            return format(mark: cell.mark, number: decimals == 0 ? "" : "0." + String(repeating: "0", count: decimals))
        }
        let colons = cell.text.count { $0 == ":" }
        let clock = ["", "hh:mm", "hh:mm:ss"][min(colons, 2)]
        let date = cell.text.contains("-") ? "yyyy-mm-dd" : ""
        return format(mark: cell.mark, number: [date, clock].filter { !$0.isEmpty }.joined(separator: " "))
    }

    /// `number` is a number format code; empty for the usual one.
    func format(mark: OutgoingCell.Mark, number: String) -> UnsafeMutablePointer<lxw_format>? {
        if mark == .plain && number.isEmpty { return nil }
        let key = Key(mark: mark, number: number)
        if let known = formats[key] { return known }
        guard let format = workbook_add_format(workbook) else { return nil }
        if !number.isEmpty { format_set_num_format(format, number) }
        switch mark {
        case .plain: break
        case .heading: format_set_bold(format)
        case .questioned: format_set_bg_color(format, 0xFFEB9C)
        case .faulty:
            format_set_bg_color(format, 0xFFC7CE)
            format_set_font_color(format, 0x9C0006)
            format_set_bold(format)
        }
        formats[key] = format
        return format
    }
}
