extension Indicator {
    /// The unit in which a scheme computes with values of the indicator.
    var schemeUnit: Unit {
        unit.isEmpty ? .none : Unit(written: unit) ?? .none
    }
}
