import Compensation
import Federation

/// A fingerprint as two people read it to each other over the telephone: group by group, digit by digit.
enum SpokenFingerprint {
    /// Chinese as telephonists say digits (一 as 幺, 七 as 拐, 零 as 洞, 二 as 两), letters as themselves; English with
    /// the letters of the ICAO alphabet.
    static func groups(_ fingerprint: KeyFingerprint, _ language: Language) -> [(digits: String, words: String)] {
        fingerprint.spoken.split(separator: " ").map { group in
            (String(group), group.unicodeScalars.map { word($0)(language) }.joined(separator: " "))
        }
    }

    private static func word(_ digit: Unicode.Scalar) -> Bilingual {
        switch digit {
        case "0": Bilingual(zh: "洞", en: "zero")
        case "1": Bilingual(zh: "幺", en: "one")
        case "2": Bilingual(zh: "两", en: "two")
        case "3": Bilingual(zh: "三", en: "three")
        case "4": Bilingual(zh: "四", en: "four")
        case "5": Bilingual(zh: "五", en: "five")
        case "6": Bilingual(zh: "六", en: "six")
        case "7": Bilingual(zh: "拐", en: "seven")
        case "8": Bilingual(zh: "八", en: "eight")
        case "9": Bilingual(zh: "九", en: "nine")
        case "a": Bilingual(zh: "A", en: "alfa")
        case "b": Bilingual(zh: "B", en: "bravo")
        case "c": Bilingual(zh: "C", en: "charlie")
        case "d": Bilingual(zh: "D", en: "delta")
        case "e": Bilingual(zh: "E", en: "echo")
        default: Bilingual(zh: "F", en: "foxtrot")
        }
    }
}
