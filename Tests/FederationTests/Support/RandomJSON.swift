import Federation
import TestSupport

/// Seeded values of the JSON subset.
struct RandomJSON {
    private var generator: SeededGenerator
    private let alphabet: [String]

    /// Letters of one, two and three bytes, controls, quotes; all below the surrogates.
    static let basic = [
        "a", "B", "0", "\"", "\\", "/", "\n", "\u{8}", "\u{1F}", "\u{7F}", "é", "e\u{301}", "重", "\u{2028}",
    ]
    /// Where UTF-16 order and code point order part: beyond the basic plane, and U+E000…U+FFFF.
    static let far = basic + ["😀", "\u{FB33}", "\u{E000}", "\u{10FFFF}"]

    init(seed: UInt64, alphabet: [String]) {
        generator = SeededGenerator(seed: seed)
        self.alphabet = alphabet
    }

    mutating func value(depth: Int = 0) -> JSONValue {
        switch Int.random(in: 0..<(depth < 4 ? 7 : 5), using: &generator) {
        case 0: return .null
        case 1: return .bool(Bool.random(using: &generator))
        case 2:
            return .integer(Int64.random(in: -JSONValue.largestInteger...JSONValue.largestInteger, using: &generator))
        case 3: return .integer(Int64.random(in: -20...20, using: &generator))
        case 4: return .string(text())
        case 5: return .array((0..<Int.random(in: 0..<5, using: &generator)).map { _ in value(depth: depth + 1) })
        default:
            return .object(
                JSONObject(
                    (0..<Int.random(in: 0..<6, using: &generator)).map { _ in
                        (text(), value(depth: depth + 1))
                    }))
        }
    }

    private mutating func text() -> String {
        (0..<Int.random(in: 0..<6, using: &generator)).map { _ in
            alphabet.randomElement(using: &generator) ?? ""
        }.joined()
    }
}
