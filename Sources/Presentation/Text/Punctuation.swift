import Compensation

/// Signs that Chinese and English write differently.
enum Punctuation {
    static func list(_ parts: [String], _ language: Language) -> String {
        parts.joined(separator: Bilingual(zh: "；", en: "; ")(language))
    }

    /// What follows a word as an aside.
    static func aside(_ text: String, _ language: Language) -> String {
        Bilingual(zh: "（\(text)）", en: " (\(text))")(language)
    }
}
