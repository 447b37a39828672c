/// SplitMix64 (Steele, Lea, Flood 2014): the same inputs in every run.
struct Chance: RandomNumberGenerator {
    private var state: UInt64 = 3838

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A value in thousandths of the unit, about as often in one class as in another.
    mutating func thousandths(_ range: ClosedRange<Int>) -> Int {
        Int.random(in: range, using: &self)
    }
}
