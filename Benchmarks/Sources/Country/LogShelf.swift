package import Federation
package import TransparencyLog

/// All logs of the country, found by origin: what the store's mirrors are to a node.
package struct LogShelf: LogHistory {
    package private(set) var logs: [GrownLog] = []
    /// The place of the log of every entry, in the order they were said.
    package private(set) var order: [Int] = []
    private var places: [LogOrigin: Int] = [:]

    package mutating func append(_ entry: Entry, to origin: LogOrigin, at: Timestamp) throws -> EntryReference {
        let place = places[origin] ?? logs.count
        if place == logs.count {
            places[origin] = place
            logs.append(GrownLog(origin))
        }
        order.append(place)
        return try logs[place].append(entry, at: at)
    }

    package func log(_ origin: LogOrigin) -> GrownLog? { places[origin].map { logs[$0] } }

    package func root(of log: LogOrigin, at size: Int) -> MerkleHash? {
        guard let found = self.log(log), found.roots.indices.contains(size) else { return nil }
        return found.roots[size]
    }
}
