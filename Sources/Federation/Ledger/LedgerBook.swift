public import Compensation

/// The centre's ledger as every member reads it out of the centre's log: all lines with what became of them.
public struct LedgerBook: Sendable {
    /// In order of basin, year, place.
    public let items: [LedgerItem]

    public init(_ docket: Docket, history: any LogHistory) throws {
        let reader = LedgerReader(docket)
        let surcharges = try LedgerReader.surcharges(docket, history: history)
        let items =
            reader.settlementLines + reader.charges + reader.incidents + reader.awards + reader.accounts
            + surcharges
        self.items = items.enumerated().sorted { a, b in
            let (left, right) = (a.element, b.element)
            if !left.basin.sameBytes(as: right.basin) { return left.basin.precedesInBytes(right.basin) }
            if left.year != right.year { return left.year < right.year }
            if left.place != right.place { return left.place < right.place }
            return a.offset < b.offset
        }.map(\.element)
    }

    /// Basins and years that have lines, in order, each once.
    public var accounts: [(basin: String, year: Period)] {
        var found: [(basin: String, year: Period)] = []
        for item in items
        where found.last.map({ !$0.basin.sameBytes(as: item.basin) || $0.year != item.year }) ?? true {
            found.append((item.basin, item.year))
        }
        return found
    }

    public func items(_ basin: String, _ year: Period) -> [LedgerItem] {
        items.filter { $0.basin.sameBytes(as: basin) && $0.year == year }
    }
}
