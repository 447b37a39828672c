/// Numbers with thousands separators or an exponent, as plain decimals.
enum DecimalSpelling {
    /// `1,234.5` → `1234.5`, `1.50E-02` → `0.0150`: every digit that was written stays, none is added behind the point.
    /// Nil for anything else.
    static func plain(_ text: String) -> String? {
        let parts = text.split(omittingEmptySubsequences: false) { $0 == "e" || $0 == "E" }
        guard let number = parts.first.flatMap({ withoutThousands($0) }), parts.count <= 2 else { return nil }
        guard parts.count == 2 else { return number }
        guard let power = power(parts[1]) else { return nil }
        return shifted(number, by: power)
    }

    private static func withoutThousands(_ text: Substring) -> String? {
        let halves = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        let groups = halves[0].split(separator: ",", omittingEmptySubsequences: false)
        guard groups.allSatisfy({ !$0.isEmpty && $0.allSatisfy(isDigit) }),
            halves.dropFirst().allSatisfy({ !$0.isEmpty && $0.allSatisfy(isDigit) }),
            groups.count == 1 || (groups[0].count <= 3 && groups.dropFirst().allSatisfy { $0.count == 3 })
        else { return nil }
        return ([groups.joined()] + halves.dropFirst().map(String.init)).joined(separator: ".")
    }

    private static func power(_ text: Substring) -> Int? {
        let digits = text.hasPrefix("-") || text.hasPrefix("+") ? text.dropFirst() : text
        guard (1...2).contains(digits.count), digits.allSatisfy(isDigit), let power = Int(digits) else { return nil }
        return text.hasPrefix("-") ? -power : power
    }

    private static func shifted(_ number: String, by power: Int) -> String? {
        let halves = number.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        let fraction = halves.count == 2 ? halves[1] : ""
        let digits = String(halves[0]) + fraction
        let point = halves[0].count + power
        let zeros = { (count: Int) in String(repeating: "0", count: max(count, 0)) }
        let whole = point > 0 ? digits.prefix(point) + zeros(point - digits.count) : "0"
        let rest = point > 0 ? String(digits.dropFirst(point)) : zeros(-point) + digits
        let significant = whole.drop { $0 == "0" }
        return (significant.isEmpty ? "0" : significant) + (rest.isEmpty ? "" : "." + rest)
    }

    private static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }
}
