/// A text as a double-quoted YAML scalar (YAML 1.2 section 7.3.1), whatever characters it holds.
enum QuotedYAML {
    static func text(_ text: String) -> String {
        "\"" + text.unicodeScalars.map(escaped).joined() + "\""
    }

    /// Printable characters stand for themselves; the rest, and what YAML takes for a line end, as a number.
    private static func escaped(_ scalar: Unicode.Scalar) -> String {
        switch scalar.value {
        case 0x22, 0x5C: "\\\(scalar)"
        case 0x20...0x7E, 0xA0...0x2027, 0x202F...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD: String(scalar)
        default: "\\U" + String(repeating: "0", count: 8 - hexadecimal(scalar).utf8.count) + hexadecimal(scalar)
        }
    }

    private static func hexadecimal(_ scalar: Unicode.Scalar) -> String { String(scalar.value, radix: 16) }
}
