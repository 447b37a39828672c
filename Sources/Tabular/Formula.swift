/// Texts that a spreadsheet program would compute instead of showing.
enum Formula {
    /// The text, with a single quote before it if it would be taken for a formula.
    static func neutralised(_ text: String) -> String {
        guard let first = text.unicodeScalars.first, starters.contains(first),
            !isPlainNumber(text), text != notMeasured
        else { return text }
        return "'" + text
    }

    /// What the national bulletin writes where nothing was measured: there is nothing to compute.
    private static let notMeasured = "--"

    /// The full-width forms are understood by programs set up for Chinese or Japanese.
    private static let starters: [Unicode.Scalar] = [
        "=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠",
    ]

    /// Whether the text is a number and nothing else: sign, digits, fraction, exponent, all ASCII.
    private static func isPlainNumber(_ text: String) -> Bool {
        var rest = Array(text.utf8)[...]
        skipSign(&rest)
        guard skipDigits(&rest) else { return false }
        if rest.first == UInt8(ascii: ".") {
            rest.removeFirst()
            guard skipDigits(&rest) else { return false }
        }
        if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
            rest.removeFirst()
            skipSign(&rest)
            guard skipDigits(&rest) else { return false }
        }
        return rest.isEmpty
    }

    private static func skipSign(_ rest: inout ArraySlice<UInt8>) {
        if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") {
            rest.removeFirst()
        }
    }

    /// Skips digits and tells whether there was one.
    private static func skipDigits(_ rest: inout ArraySlice<UInt8>) -> Bool {
        let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        rest = rest.dropFirst(digits.count)
        return !digits.isEmpty
    }
}
