/// What a value below the detection limit counts as: half the limit in means (环办监测函〔2020〕82号), zero in
/// loads (SL 219-2013). The raw value is the word in schemes.
enum BelowLimitRule: String, Hashable, Sendable, CaseIterable {
    case half, zero, limit
}

extension BelowLimitRule {
    /// What the value counts as.
    func number(_ value: MeasuredValue) -> Rational {
        switch self {
        case .half: value.inMeans
        case .zero: value.inLoads
        case .limit: value.number.rational
        }
    }
}
