/// What was said, found by what it is about; under each key in order of place.
///
/// Nothing goes through the keys, so nothing can depend on their order.
struct Pigeonholes<Key: Hashable & Sendable, Record: Placed>: Sendable {
    private var holes: [Key: [Record]] = [:]  // lookup only: by the key

    subscript(key: Key) -> [Record] { holes[key] ?? [] }

    mutating func place(_ record: Record, under key: Key) { holes[key, default: []].place(record) }
}
