/// What a value below the detection limit counts as: half the limit in means (环办监测函〔2020〕82号), zero in
/// loads (SL 219-2013). The raw value is the word in schemes.
enum BelowLimitRule: String, Hashable, Sendable, CaseIterable {
    case half, zero, limit
}
