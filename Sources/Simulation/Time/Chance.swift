/// The one source of chance: SplitMix64 (Steele, Lea, Flood 2014), the same numbers for the same seed everywhere.
struct Chance: Sendable {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    /// A generator of its own for one purpose, so that what one part draws moves nothing elsewhere.
    init(_ seed: UInt64, _ purpose: String) {
        state = purpose.utf8.reduce(seed ^ 0x9E37_79B9_7F4A_7C15) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
        _ = next()
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// 0 up to, not including, `limit`; 0 where there is nothing to choose from.
    mutating func below(_ limit: Int) -> Int { limit > 0 ? Int(next() % UInt64(limit)) : 0 }

    /// True `percent` times out of a hundred.
    mutating func hits(_ percent: Int) -> Bool { below(100) < percent }

    mutating func pick<Element>(_ list: [Element]) -> Element? { list.isEmpty ? nil : list[below(list.count)] }
}
