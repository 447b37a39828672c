/// Reads CSV files as spreadsheet programs write them.
///
/// Format: RFC 4180, with LF and CR accepted as line ends beside CRLF, and with comma, semicolon
/// or tab as separator, found out from the header. As in spreadsheet programs, a quote inside a
/// cell that does not begin with one stands for itself. Nothing is trimmed or converted.
public enum CSVReader {
    /// The table in the bytes, or every issue found in them, in file order.
    ///
    /// The encoding is found out from the content (``TextEncoding``). Rows whose cells are all
    /// unquoted and hold nothing but white space are skipped and still counted.
    public static func read(
        _ bytes: [UInt8], limits: TabularLimits = .default
    ) -> TableReading {
        guard bytes.count <= limits.bytes else {
            return .unreadable([.tooLarge(bytes.count, limits)])
        }
        switch TextContent.decode(bytes) {
        case .failure(let failure):
            let accepted = [TextEncoding.utf8, .gb18030].map(\.rawValue).joined(separator: ", ")
            let issue = TabularIssue(
                .notText, row: failure.line, found: failure.format, expected: accepted)
            return .unreadable([issue])
        case .success(let content):
            var parser = CSVParser(content.utf8, limits: limits)
            parser.parse()
            return reading(of: parser, encoding: content.encoding)
        }
    }

    private static func reading(of parser: CSVParser, encoding: TextEncoding) -> TableReading {
        if parser.hasStopped {
            return .unreadable(parser.issues)
        }
        guard let header = parser.rows.first else {
            return .unreadable([TabularIssue(.empty)])
        }
        if parser.issues.isEmpty {
            return .sound(
                Table(encoding: encoding, header: header, rows: Array(parser.rows.dropFirst())))
        }
        // Columns are known by their headings: with a faulty header no row means anything.
        if parser.issues.contains(where: { $0.row == header.number }) {
            return .unreadable(parser.issues)
        }
        let table = Table(encoding: encoding, header: header, rows: Array(parser.rows.dropFirst()))
        return .faulty(table, parser.issues)
    }
}
