/// Characters that have no business in a table cell.
///
/// They either end texts early in other programs (NUL), reorder what a reader sees
/// (bidirectional controls), make two names that look the same differ (invisible characters) or
/// show that text was lost before it reached us (U+FFFD).
enum ForbiddenCharacter {
    /// Whether the scalar is refused. Line breaks and tabs are allowed: a quoted cell may hold
    /// them, and outside quotes they end a cell or row before this question is asked.
    static func contains(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D: return false
        case 0x20..<0x7F, 0x3400..<0xA000: return false  // most of any file, answered fast
        case 0xFFFD: return true
        default: break
        }
        return switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: true
        default: scalar.properties.isNoncharacterCodePoint
        }
    }

    /// The code point as `U+202E`, at least four digits.
    static func name(of scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
