extension Indicator {
    /// The exceed multiple 超标倍数 `(C − Cs) / Cs` (环办〔2011〕22号): zero at the limit, negative below it. Nil for
    /// water temperature, pH and dissolved oxygen, which have none, and for a limit of zero.
    public func exceedMultiple(of value: Rational, over limit: Rational) -> Rational? {
        guard self != .waterTemperature, self != .pH, self != .dissolvedOxygen else { return nil }
        return (value - limit) / limit
    }
}
