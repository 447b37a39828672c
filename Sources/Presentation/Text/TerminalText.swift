/// Text from outside, made harmless for a terminal.
///
/// A neighbour's name or a cell of a spreadsheet may carry escape sequences that move the cursor
/// or bidirectional controls that reorder what the reader sees; a line of a report must show what
/// is there, on one line.
public enum TerminalText {
    /// The text with every control character, line break and bidirectional control replaced by
    /// U+FFFD, so that the reader sees that something stood there.
    public static func visible(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isHarmful) else { return text }
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            scalars.append(isHarmful(scalar) ? "\u{FFFD}" : scalar)
        }
        return String(scalars)
    }

    /// JSON without blanks between its tokens, such characters in its texts written as `\u009b`. All of them lie in
    /// the basic plane.
    static func escaped(inJSON json: String) -> String {
        guard json.unicodeScalars.contains(where: isHarmful) else { return json }
        return json.unicodeScalars.map { scalar in
            guard isHarmful(scalar) else { return String(scalar) }
            let digits = String(scalar.value, radix: 16)
            return "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
        }.joined()
    }

    private static func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: true
        default: scalar.properties.isBidiControl
        }
    }
}
