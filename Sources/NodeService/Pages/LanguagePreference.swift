import Compensation

/// Which of the two languages a reader wants, by the `Accept-Language` field (RFC 9110, 12.5.4).
enum LanguagePreference {
    /// Chinese where nothing is said, and where both are wanted alike.
    static func language(_ field: String?) -> Language {
        weight(of: "en", field ?? "") > weight(of: "zh", field ?? "") ? .en : .zh
    }

    /// In thousandths; the largest of all ranges of the language.
    private static func weight(of language: String, _ field: String) -> Int {
        field.split(separator: ",").map { range -> Int in
            let parts = range.split(separator: ";").map { $0.filter { $0 != " " }.lowercased() }
            guard let tag = parts.first, tag == language || tag.hasPrefix(language + "-") else { return 0 }
            guard let quality = parts.dropFirst().first(where: { $0.hasPrefix("q=") }) else { return 1_000 }
            return quality.hasPrefix("q=1") ? 1_000 : Int((quality.dropFirst(4) + "000").prefix(3)) ?? 0
        }.max() ?? 0
    }
}
