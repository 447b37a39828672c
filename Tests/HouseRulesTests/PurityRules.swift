/// What may not appear in targets whose results every node must be able to repeat.
enum PurityRules {
    /// The targets without I/O, clock, chance and floating point.
    static let pureTargets = ["Compensation", "TransparencyLog", "Federation"]

    /// Findings for every forbidden word in the code of a pure target.
    static func findings(in file: SourceFile) -> [Finding] {
        guard pureTargets.contains(file.target) else { return [] }
        return file.tokens.indices.compactMap { index in
            let word = file.tokens[index].text
            guard let reason = reason(against: word) else { return nil }
            return file.finding(
                at: index, rule: "`\(word)` must not appear in \(file.target)", reason: reason)
        }
    }

    private static func reason(against word: String) -> String? {
        if word.lowercased().contains("random") {
            return "chance comes in as an argument, or two nodes differ"
        }
        return words.first { $0.word == word }?.reason
    }

    private static let words: [(word: String, reason: String)] = [
        ("Double", "binary fractions round differently from the agreement; use exact numbers"),
        ("Float", "binary fractions round differently from the agreement; use exact numbers"),
        ("Float16", "binary fractions round differently from the agreement; use exact numbers"),
        ("Float80", "binary fractions round differently from the agreement; use exact numbers"),
        ("CGFloat", "binary fractions round differently from the agreement; use exact numbers"),
        ("Date", "time comes in as an argument; a date of the trade has its own type"),
        ("Foundation", "locale, time zone and files come with it"),
        ("FoundationEssentials", "locale, time zone and files come with it"),
        ("Task", "decisions are synchronous values"),
        ("async", "decisions are synchronous values"),
        ("await", "decisions are synchronous values"),
        ("JSONEncoder", "what is signed needs one canonical spelling"),
        ("JSONDecoder", "what is signed needs one canonical spelling"),
    ]
}
