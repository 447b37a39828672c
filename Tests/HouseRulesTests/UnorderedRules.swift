import Foundation

/// Keeps results of pure targets from depending on the order of a Set or Dictionary, which
/// changes from run to run.
///
/// A reader of text cannot see every iteration. So the types themselves are forbidden, unless the
/// line says `// lookup only: <reason>`. Names declared on such a line, their `keys` and `values`,
/// and whatever else is called `keys` must not be gone through; an array of that name may be, if
/// the line says `// ordered: <reason>`. `values` alone is no sign: readings have values, in order.
enum UnorderedRules {
    /// Findings for types and iterations without order in a pure target.
    static func findings(in file: SourceFile) -> [Finding] {
        guard PurityRules.pureTargets.contains(file.target) else { return [] }
        return types(in: file) + iterations(in: file)
    }

    private static func types(in file: SourceFile) -> [Finding] {
        var lastLine = 0
        return file.tokens.indices
            .filter { isUnorderedType(at: $0, in: file) && !isExcused($0, by: lookupOnly, in: file) }
            .filter { index in
                // A type and the empty literal it starts with are one finding.
                defer { lastLine = file.tokens[index].line }
                return file.tokens[index].line != lastLine
            }
            .map { index in
                file.finding(
                    at: index, rule: "Set or Dictionary in \(file.target)",
                    reason: "order changes from run to run; keep a sorted array, or end the line "
                        + "with `\(lookupOnly) <reason>`")
            }
    }

    private static func iterations(in file: SourceFile) -> [Finding] {
        let names = lookupNames(in: file)
        return file.tokens.indices
            .filter { index in
                let word = file.tokens[index].text
                let isKeys = word == "keys" && file.matches(["."], at: index - 1)
                return (isKeys || names.contains(word)) && isGoneThrough(index, in: file)
                    && !isExcused(index, by: ordered, in: file)
            }
            .map { index in
                file.finding(
                    at: index, rule: "`\(file.tokens[index].text)` is gone through in \(file.target)",
                    reason: "order changes from run to run; sort first, or if it is an array end "
                        + "the line with `\(ordered) <reason>`")
            }
    }

    /// Whether the value named by a token is iterated or handed on whole.
    private static func isGoneThrough(_ index: Int, in file: SourceFile) -> Bool {
        let start = file.matches(["self", "."], at: index - 2) ? index - 2 : index
        let isKeys = file.tokens[index].text == "keys"
        if file.matches(["{"], at: index + 1) {
            return isKeys || file.matches(["in"], at: start - 1)
        }
        if isKeys, file.matches([")"], at: index + 1) {
            return true
        }
        return file.matches(["."], at: index + 1) && index + 2 < file.tokens.count
            && iterating.contains(file.tokens[index + 2].text)
    }

    private static func isUnorderedType(at index: Int, in file: SourceFile) -> Bool {
        switch file.tokens[index].text {
        case "Set", "Dictionary": true
        case "[": isDictionary(openedAt: index, in: file)
        default: false
        }
    }

    /// `[Key: Value]`, `[:]`, `["a": 1]` and `[.a: 1]`.
    private static func isDictionary(openedAt open: Int, in file: SourceFile) -> Bool {
        let literals = [[":", "]"], ["\"", "\"", ":"]]
        if literals.contains(where: { file.matches($0, at: open + 1) }) {
            return true
        }
        if file.matches(["."], at: open + 1), file.matches([":"], at: open + 3) {
            return true
        }
        return isKeyType(from: open + 1, in: file)
    }

    /// Whether the tokens up to a colon could be a type, such as `[UInt8]` or `Foo<Bar>.Baz`.
    private static func isKeyType(from first: Int, in file: SourceFile) -> Bool {
        guard first < file.tokens.count,
            file.tokens[first].isTypeName || file.tokens[first].text == "["
        else { return false }
        var depth = 0
        for token in file.tokens[first...] {
            switch token.text {
            case ":": return depth == 0
            case "[", "<": depth += 1
            case "]", ">": depth -= 1
            case ".", ",", "?": continue
            default:
                guard token.isTypeName else { return false }
            }
            guard depth >= 0 else { return false }
        }
        return false
    }

    private static func lookupNames(in file: SourceFile) -> [String] {
        file.tokens.indices
            .filter { index in
                (file.matches(["let"], at: index - 1) || file.matches(["var"], at: index - 1))
                    && isExcused(index, by: lookupOnly, in: file)
            }
            .map { file.tokens[$0].text }
    }

    private static func isExcused(_ index: Int, by excuse: String, in file: SourceFile) -> Bool {
        let line = file.lines[file.tokens[index].line - 1]
        guard let reason = line.range(of: excuse)?.upperBound else { return false }
        return !line[reason...].allSatisfy(\.isWhitespace)
    }

    private static let lookupOnly = "// lookup only:"
    private static let ordered = "// ordered:"

    /// Members whose result shows the order. Counting, membership and `sorted` do not.
    private static let iterating = [
        "map", "compactMap", "flatMap", "filter", "forEach", "reduce", "first", "last", "joined",
        "enumerated", "makeIterator", "lazy", "prefix", "dropFirst", "reversed", "keys", "values",
    ]
}
