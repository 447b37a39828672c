/// The powers of ten that 64 bits hold.
enum PowersOfTen {
    private static let values: [Int64] = (0...18).reduce(into: [1]) { values, exponent in
        if exponent > 0 { values.append(values[exponent - 1] * 10) }
    }

    /// `10^exponent`; the exponent is 0…18.
    static func int64(_ exponent: Int) -> Int64 {
        values[exponent]
    }
}
