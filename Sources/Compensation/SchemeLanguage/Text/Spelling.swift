/// Finds the word that the author probably meant.
enum Spelling {
    /// The first of the closest words, unless more than half of it would have to change.
    static func nearest(to word: String, among words: [String]) -> String? {
        let written = Array(word.unicodeScalars.prefix(longest))
        var best: (word: String, distance: Int)?
        for candidate in words {
            let scalars = Array(candidate.unicodeScalars.prefix(longest))
            let distance = distance(written, scalars)
            if distance * 2 <= max(written.count, scalars.count), distance < best?.distance ?? Int.max {
                best = (candidate, distance)
            }
        }
        return best?.word
    }

    /// Keeps the work small for absurdly long words.
    private static let longest = 64

    /// Levenshtein distance.
    private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
        var row = Array(0...right.count)
        for (i, scalar) in left.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, other) in right.enumerated() {
                let replaced = diagonal + (scalar == other ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = min(replaced, diagonal + 1, row[j] + 1)
            }
        }
        return row[right.count]
    }
}
