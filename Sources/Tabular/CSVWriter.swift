/// Writes CSV files that spreadsheet programs set up for Chinese open with the right characters.
///
/// Format: RFC 4180 with CRLF, in UTF-8 with a byte order mark, without which those programs would
/// take the file for GBK. A text that such a program would run as a formula is written with a
/// single quote before it, so that opening a file never computes what a stranger wrote
/// (OWASP, "CSV Injection").
public enum CSVWriter {
    /// The file as bytes: one line for the header, one for each row.
    public static func write(header: [String], rows: [[String]]) -> [UInt8] {
        var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]
        for row in [header] + rows {
            bytes += line(of: row.map(Formula.neutralised)).utf8
        }
        return bytes
    }

    private static func line(of cells: [String]) -> String {
        // A row without any text is quoted somewhere, or it would be read back as a blank line.
        let isBlank = cells.allSatisfy { $0.allSatisfy(\.isWhitespace) }
        let fields = cells.enumerated().map { index, cell in
            needsQuotes(cell) || (isBlank && index == 0) ? quoted(cell) : cell
        }
        return fields.joined(separator: ",") + "\r\n"
    }

    private static func needsQuotes(_ cell: String) -> Bool {
        // Semicolon and tab too: a reader may take either for the separator.
        let special: [UInt8] = Array("\",;\t\r\n".utf8)
        return cell.utf8.contains(where: special.contains)
    }

    private static func quoted(_ cell: String) -> String {
        var field = "\""
        for scalar in cell.unicodeScalars {
            field.unicodeScalars.append(scalar)
            if scalar == "\"" {
                field.unicodeScalars.append(scalar)
            }
        }
        return field + "\""
    }
}
