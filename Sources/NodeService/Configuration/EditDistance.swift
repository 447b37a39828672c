/// Levenshtein distance, for suggesting the nearest known name.
enum EditDistance {
    static func between(_ a: String, _ b: String) -> Int {
        let source = Array(a.unicodeScalars)
        let target = Array(b.unicodeScalars)
        var row = Array(0...target.count)
        for (i, left) in source.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, right) in target.enumerated() {
                let substitution = diagonal + (left == right ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = min(substitution, diagonal + 1, row[j] + 1)
            }
        }
        return row[target.count]
    }
}
