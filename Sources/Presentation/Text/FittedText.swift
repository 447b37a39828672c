/// A report for a terminal of a given width: sentences are broken where readers expect it and go on below their
/// beginning. Rows of tables, commands to be copied and JSON stay whole.
public enum FittedText {
    public static func fitted(_ text: String, columns: Int) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { line -> String in
            let line = String(line)
            guard DisplayWidth.of(line) > columns, !staysWhole(line) else { return line }
            return LineWrapping.wrapped(line, columns: columns, indent: indent(of: line)).joined(separator: "\n")
        }.joined(separator: "\n")
    }

    private static func staysWhole(_ line: String) -> Bool {
        let words = line.drop { $0 == " " }
        if ["$ ", "tongzhou ", "{"].contains(where: words.hasPrefix) || line.contains("\t") { return true }
        // A table begins at the left edge, and so does the verdict, whose parts a middle dot sets apart.
        return words.count == line.count && line.contains("  ") && !line.contains(" · ")
    }

    /// Below the first word where it is a mark or a code with blanks behind it, such as `  NET-01  …` or `  → …`.
    private static func indent(of line: String) -> Int {
        let blanks = line.prefix { $0 == " " }.count
        let rest = line.dropFirst(blanks)
        if rest.hasPrefix("→ ") { return blanks + 2 }
        guard blanks > 0 else { return 0 }
        guard let gap = rest.firstRange(of: "  ") else { return blanks + 2 }
        let head = rest[..<gap.lowerBound]
        let width = blanks + DisplayWidth.of(head) + rest[gap.lowerBound...].prefix { $0 == " " }.count
        return min(width, 12)
    }
}
