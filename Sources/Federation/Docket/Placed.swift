/// Something that was said at a place.
protocol Placed: Sendable {
    var reference: EntryReference { get }
}

extension EntryRecord: Placed {}

extension PartyRecord: Placed {
    var reference: EntryReference { record.reference }
}

extension Array where Element: Placed {
    /// Inserts in order of place, whatever the order of arrival; the same place twice changes nothing.
    mutating func place(_ said: Element) {
        // Entries of one log arrive in order.
        if let last, last.reference < said.reference { return append(said) }
        let position = firstPosition { !($0.reference < said.reference) }
        if position < count, self[position].reference == said.reference { return }
        insert(said, at: position)
    }
}

extension Array {
    /// The first position whose element `isBehind`; all behind it are, too.
    func firstPosition(where isBehind: (Element) -> Bool) -> Int {
        var low = startIndex
        var high = endIndex
        while low < high {
            let middle = (low + high) / 2
            if isBehind(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
