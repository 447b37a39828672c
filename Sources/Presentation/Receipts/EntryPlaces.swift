import Federation

/// Where entries are, for people: three and more that follow each other in a log as one stretch, `…/common/1#2 … #251`.
enum EntryPlaces {
    static func text(_ entries: [EntryReference]) -> String {
        var parts: [String] = []
        var rest = entries[...]
        while let first = rest.first {
            var count = 1
            while count < rest.count, follows(rest[rest.startIndex + count], rest[rest.startIndex + count - 1]) {
                count += 1
            }
            parts +=
                count < 3 ? rest.prefix(count).map(\.text) : ["\(first.text) … #\(first.index + count - 1)"]
            rest = rest.dropFirst(count)
        }
        return parts.joined(separator: ", ")
    }

    private static func follows(_ entry: EntryReference, _ before: EntryReference) -> Bool {
        entry.log == before.log && entry.index - 1 == before.index
    }
}
