import Testing

@testable import Presentation

@Suite("Display width")
struct DisplayWidthTests {
    /// Expected cells from Unicode Standard Annex #11 and, for sequences, Technical Standard #51.
    @Test(
        "Texts of the trade take the cells a terminal draws",
        arguments: [
            ("", 0), ("pH 7.42", 7), ("浙江省", 6), ("NH3-N（mg/L）", 13), ("０．１５", 8),
            ("Ⅰ类", 3), ("Ⅴ", 1), ("25°C", 4), ("①", 1), ("🌊", 2), ("❤️", 2), ("1️⃣", 2),
            ("👨‍👩‍👧", 2), ("👍🏽", 2), ("🇨🇳", 2), ("e\u{301}", 1), ("\u{301}", 0),
            ("a\u{200B}b", 2), ("\u{202E}ab", 2), ("한", 2), ("\u{1112}\u{1161}\u{11AB}", 2),
            ("ｶﾞ", 2), ("\u{20000}", 2), ("\n", 0),
        ])
    func widths(text: String, cells: Int) {
        #expect(DisplayWidth.of(text) == cells)
    }

    /// Every scalar of the blocks that reports can contain, against the Python package `wcwidth`.
    @Test("Single characters agree with wcwidth")
    func agreesWithWcwidth() throws {
        let blocks: [ClosedRange<UInt32>] = [
            0x20...0x7E,  // Basic Latin
            0xA0...0x4FF,  // Latin, Greek, Cyrillic and combining marks
            0x1100...0x11FF,  // Hangul Jamo
            0x2000...0x27BF,  // punctuation, number forms, arrows, mathematics, boxes, dingbats
            0x2E80...0xA4CF,  // CJK, Kana, Bopomofo, Yi
            0xAC00...0xD7A3,  // Hangul syllables
            0xF900...0xFAFF,  // CJK compatibility ideographs
            0xFE00...0xFE6F,  // vertical, half and small forms
            0xFF01...0xFFEF,  // half-width and full-width forms
            0x1F300...0x1FAFF,  // emoji
            0x20000...0x2A6DF,  // CJK extension B
        ]
        let scalars = blocks.joined().compactMap { Unicode.Scalar($0) }.filter(isComparable)
        let expected = try Wcwidth.widths(of: scalars.map { String($0) })
        #expect(scalars.count > 80_000)
        try #require(expected.count == scalars.count)
        for (scalar, cells) in zip(scalars, expected) where DisplayWidth.of(String(scalar)) != cells {
            Issue.record(
                "U+\(String(scalar.value, radix: 16)): ours \(DisplayWidth.of(String(scalar))), wcwidth \(cells)")
        }
    }

    @Test("Sentences agree with wcwidth")
    func sentencesAgree() throws {
        let sentences = [
            "浙江省    已同步    12,877 / 12,877     0  41 秒前   2026-03-02",
            "本期考核 2025年6月   待浙江省确认（已等待 1 天 3 小时）   应收 1,250,000.00 元",
            "COD_Mn ≤ 6 mg/L，Ⅲ类；“铜官峡”——①②③ … ±0.5 ‰",
            "caf\u{65}\u{301} 👩‍🔬 🏞️ ✅ ☑ ｱｲｳ ＡＢＣ",
        ]
        #expect(try Wcwidth.widths(of: sentences) == sentences.map { DisplayWidth.of($0) })
    }

    /// Unicode versions differ between the two libraries, so only characters that were assigned
    /// by the version of our table are compared.
    private func isComparable(_ scalar: Unicode.Scalar) -> Bool {
        guard let age = scalar.properties.age else { return false }
        return (age.major, age.minor) <= (15, 0)
    }
}
