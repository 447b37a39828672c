extension ConfigurationReader {
    /// A whole number within the range, written without sign or leading zeros; `nil` where the key is absent.
    mutating func optionalNumber(_ key: String, _ range: ClosedRange<Int>) throws -> Int? {
        guard let text = try optionalText(key) else { return nil }
        guard let number = Int(text), range.contains(number), String(number) == text else {
            throw problem(
                key, zh: "“\(text)”无效，应为 \(range.lowerBound) 至 \(range.upperBound) 的整数",
                en: "“\(text)” is not valid, expected a whole number from \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }
}
