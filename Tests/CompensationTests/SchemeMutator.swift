import TestSupport

/// Files that are nearly schemes: those of the library, changed in bytes, in words and in statements.
struct SchemeMutator {
    private static let fence = "```tongzhou"
    private static let scraps = [
        "let ", "pay ", "when ", "otherwise", ":", "missing ", "class of ", "mean of readings at ", " / ", " - ",
        "(", ")", "0", "9999999999", "999999999999999999", "-1", "0.000001", "Ⅲ", "劣Ⅴ", "万元", "mg/L", "%", "\"",
        "\n", "\n  ", "```", "```tongzhou\n", "<", "# ", "\u{202E}", "里耶镇", " of ", "round ", " to ",
        " by half-even", "not ", " or ", "=", "!=", "period", "months of period", "years 1900 to 9998",
        "50 years before period", " back 9999 years", " back 200 months", "square-root of ", "apportion ",
        " skip-missing", " if-missing 0", "yes", "no", "sum of ", "count of ", "largest of ", "in ", "where ",
    ]

    private let files: [[UInt8]]
    private var generator: SeededGenerator

    init(_ files: [[UInt8]], seed: UInt64) {
        self.files = files
        generator = SeededGenerator(seed: seed)
    }

    /// Each file in turn is changed once, seldom more often, so that about one in three is still a scheme.
    private var turn = 0

    mutating func next() -> [UInt8] {
        var bytes = files[turn % files.count]
        turn += 1
        for _ in 0..<(Int.random(in: 0..<4, using: &generator) == 0 ? 4 : 1) {
            switch Int.random(in: 0..<10, using: &generator) {
            case 0: bytes = changedInBytes(bytes)
            case 1...6: bytes = changedInWords(bytes)
            default: bytes = changedInStatements(bytes)
            }
        }
        return bytes
    }

    private mutating func changedInBytes(_ bytes: [UInt8]) -> [UInt8] {
        guard !bytes.isEmpty else { return bytes }
        return Mutation.of(bytes, using: &generator)
    }

    /// One word of a block replaced by, exchanged with, or put beside another.
    private mutating func changedInWords(_ bytes: [UInt8]) -> [UInt8] {
        var lines = Self.lines(bytes)
        let inside = Self.inBlocks(lines).filter { lines[$0].contains(" ") }
        guard let line = inside.randomElement(using: &generator), let other = inside.randomElement(using: &generator)
        else { return bytes }
        var words = lines[line].split(separator: " ", omittingEmptySubsequences: false)
        let donors = lines[other].split(separator: " ")
        let place = Int.random(in: 0..<words.count, using: &generator)
        switch Int.random(in: 0..<5, using: &generator) {
        case 0: words.remove(at: place)
        case 1: words.insert(donors.randomElement(using: &generator) ?? "", at: place)
        case 2: words[place] = donors.randomElement(using: &generator) ?? ""
        case 3: words[place] = Self.scraps.randomElement(using: &generator).map { Substring($0) } ?? ""
        default: words.swapAt(place, Int.random(in: 0..<words.count, using: &generator))
        }
        lines[line] = words.joined(separator: " ")
        return Array(lines.joined(separator: "\n").utf8)
    }

    /// A line of a block dropped, moved, said twice, or taken over from another file.
    private mutating func changedInStatements(_ bytes: [UInt8]) -> [UInt8] {
        var lines = Self.lines(bytes)
        let donor = Self.lines(files.randomElement(using: &generator) ?? bytes)
        guard let line = Self.inBlocks(lines).randomElement(using: &generator),
            let other = Self.inBlocks(lines).randomElement(using: &generator),
            let foreign = Self.inBlocks(donor).randomElement(using: &generator)
        else { return bytes }
        switch Int.random(in: 0..<5, using: &generator) {
        case 0: lines.remove(at: line)
        case 1: lines.swapAt(line, other)
        case 2: lines.insert(lines[line], at: other)
        case 3: lines[line] = donor[foreign]
        default: lines.insert(donor[foreign], at: line)
        }
        return Array(lines.joined(separator: "\n").utf8)
    }

    private static func lines(_ bytes: [UInt8]) -> [String] {
        String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false).map {
            String($0)
        }
    }

    private static func inBlocks(_ lines: [String]) -> [Int] {
        var isInside = false
        return lines.indices.filter { place in
            if lines[place].hasPrefix("```") {
                isInside = lines[place] == fence
                return false
            }
            return isInside
        }
    }
}
