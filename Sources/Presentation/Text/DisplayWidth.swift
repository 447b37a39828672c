/// How many cells of a terminal a text takes.
///
/// Two for East Asian Wide and Fullwidth characters and for emoji, none for combining marks and
/// invisible characters, one for the rest (Unicode Standard Annex #11, Unicode 15.0 table).
///
/// Characters of the class Ambiguous, among them the water quality grades Ⅰ to Ⅴ (U+2160 to
/// U+2164), `°`, `—` and `①`, count one. Annex #11 gives them two cells only in a legacy East Asian
/// context; terminals that speak UTF-8 draw them in one unless the user asks otherwise, and a
/// table that guessed two would be crooked for everybody else.
public enum DisplayWidth {
    /// Cells taken by the text on one line. Control characters count zero; a text that may hold
    /// them goes through ``TerminalText`` first.
    public static func of(_ text: some StringProtocol) -> Int {
        var cells = 0
        for character in text {
            cells += of(character)
        }
        return cells
    }

    /// Cells taken by one user-perceived character: two for an emoji, however many figures, skin
    /// tones and joiners it is made of; the sum of its scalars for anything else.
    static func of(_ character: Character) -> Int {
        var cells = 0
        var mayBeEmoji = false
        for scalar in character.unicodeScalars {
            cells += of(scalar)
            mayBeEmoji = mayBeEmoji || scalar.properties.isEmoji
            if scalar.properties.isEmojiPresentation || (mayBeEmoji && scalar == emojiStyle) {
                return 2
            }
        }
        return cells
    }

    private static func of(_ scalar: Unicode.Scalar) -> Int {
        if scalar.value >= 0x20, scalar.value < 0x7F {
            return 1
        }
        if isInvisible(scalar) {
            return 0
        }
        return EastAsianWide.contains(scalar) ? 2 : 1
    }

    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.properties.isDefaultIgnorableCodePoint {
            // Two of them are drawn: the soft hyphen, because terminals do not hyphenate, and the
            // filler that keeps the place of an initial of old Hangul.
            return scalar.value != 0xAD && scalar.value != 0x115F
        }
        return switch scalar.properties.generalCategory {
        case .control, .nonspacingMark, .enclosingMark, .spacingMark,
            .lineSeparator, .paragraphSeparator:
            true
        default:
            // Vowels and finals of old Hangul are drawn inside the cell of their initial.
            (0x1160...0x11FF).contains(scalar.value) || (0xD7B0...0xD7FF).contains(scalar.value)
        }
    }

    /// Variation selector 16: draw the sign before it as an emoji.
    private static let emojiStyle: Unicode.Scalar = "\u{FE0F}"
}
