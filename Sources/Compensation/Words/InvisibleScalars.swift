/// Characters that a reader cannot see or that change the order in which the others are seen.
///
/// A signed text must look to a person as it is read by the machine, so these are refused. The ranges
/// are written out instead of asking for general categories, because those change with the Unicode
/// version of the runtime.
enum InvisibleScalars {
    private static let ranges: [ClosedRange<UInt32>] = [
        0x0000...0x001F,  // control characters
        0x007F...0x009F,  // delete and C1 control characters
        0x00AD...0x00AD,  // soft hyphen
        0x034F...0x034F,  // combining grapheme joiner
        0x061C...0x061C,  // Arabic letter mark
        0x115F...0x1160,  // Hangul fillers
        0x17B4...0x17B5,  // Khmer inherent vowels
        0x180B...0x180F,  // Mongolian variation selectors and vowel separator
        0x200B...0x200F,  // zero width characters and direction marks
        0x2028...0x202E,  // line and paragraph separators, bidirectional embeddings and overrides
        0x2060...0x206F,  // invisible operators, bidirectional isolates
        0x3164...0x3164,  // Hangul filler
        0xE000...0xF8FF,  // private use
        0xFE00...0xFE0F,  // variation selectors
        0xFEFF...0xFEFF,  // byte order mark
        0xFFA0...0xFFA0,  // halfwidth Hangul filler
        0xFFF0...0xFFFF,  // specials, replacement character
        0xE0000...0x10FFFF,  // tags, variation selectors, private use planes
    ]

    private static let spaces: [ClosedRange<UInt32>] = [
        0x0020...0x0020, 0x00A0...0x00A0, 0x1680...0x1680, 0x2000...0x200A,
        0x202F...0x202F, 0x205F...0x205F, 0x3000...0x3000,
    ]

    static func contains(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.value >= 0x20 && scalar.value < 0x7F { return false }
        return ranges.contains { $0.contains(scalar.value) }
    }

    static func containsOrIsSpace(_ scalar: Unicode.Scalar) -> Bool {
        contains(scalar) || spaces.contains { $0.contains(scalar.value) }
    }
}
