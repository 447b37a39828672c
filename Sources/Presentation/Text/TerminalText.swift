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

    private static func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: true
        default: scalar.properties.isBidiControl
        }
    }
}
