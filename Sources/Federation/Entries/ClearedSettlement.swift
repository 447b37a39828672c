public import Compensation
public import TransparencyLog

/// One verified settlement that a clearing takes in.
public struct ClearedSettlement: Hashable, Comparable, Sendable {
    public let period: Period
    public let settlementDigest: ContentDigest

    public init(period: Period, settlementDigest: ContentDigest) {
        self.period = period
        self.settlementDigest = settlementDigest
    }

    init(json: JSONValue, path: String) throws(EntryProblem) {
        var fields = try FieldReader(json, path: path)
        period = try fields.parsed("period") { Period($0) }
        settlementDigest = try fields.digest("settlement_digest")
        try fields.finish()
    }

    var json: JSONValue {
        .members([("period", .string(period.text)), ("settlement_digest", .string(settlementDigest.hex))])
    }

    /// By period, then digest.
    public static func < (left: ClearedSettlement, right: ClearedSettlement) -> Bool {
        left.period == right.period
            ? left.settlementDigest.hex.precedesInBytes(right.settlementDigest.hex) : left.period < right.period
    }
}
