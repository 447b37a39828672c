extension Indicator {
    /// The unit in which a scheme computes with values of the indicator; nil where schemes do not know it.
    func schemeUnit(_ units: Units) -> Unit? {
        unit.isEmpty ? Unit.none : units.unit(unit)
    }
}
