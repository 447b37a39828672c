/// Cells as people type them, in one spelling.
enum PlainText {
    /// Full-width digits, letters and signs as ASCII; no white space at either end.
    static func of(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) { return text }
        var plain = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { plain.append(narrow(scalar)) }
        return trimmed(String(plain))
    }

    static func trimmed(_ text: String) -> String {
        guard text.first?.isWhitespace == true || text.last?.isWhitespace == true else { return text }
        let start = text.drop(while: \.isWhitespace)
        guard let end = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(start[...end])
    }

    private static func narrow(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
        case 0x3000, 0x00A0: " "
        default: scalar
        }
    }
}
