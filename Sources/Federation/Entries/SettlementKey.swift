public import Compensation
public import TransparencyLog

/// Which settlement an entry speaks about. Binding the agreement's digest keeps a signature
/// from being replayed under other terms.
public struct SettlementKey: Hashable, Sendable {
    public let agreement: AgreementID
    public let agreementDigest: ContentDigest
    public let period: Period
    /// Counted from 1; `nil` for the settlement of the period itself.
    public let adjustment: Int?

    /// Adjustments that one period can have: a period that needs more has another trouble.
    public static let mostAdjustments = 999

    public init(agreement: AgreementID, agreementDigest: ContentDigest, period: Period, adjustment: Int? = nil) {
        self.agreement = agreement
        self.agreementDigest = agreementDigest
        self.period = period
        self.adjustment = adjustment
    }

    /// The settlement of the same agreement and period with this number of adjustment.
    public func adjusted(_ number: Int?) -> SettlementKey {
        SettlementKey(agreement: agreement, agreementDigest: agreementDigest, period: period, adjustment: number)
    }

    /// What this one adjusts: the adjustment before it, or the period itself; `nil` for the period itself.
    public var preceding: SettlementKey? { adjustment.map { adjusted($0 > 1 ? $0 - 1 : nil) } }

    /// As people write and type it: `2021-04`, and `2021-04+1` for its first adjustment.
    public var periodText: String { period.text + (adjustment.map { "+\($0)" } ?? "") }

    /// `youshui-2019 2021-04+1`.
    public var text: String { "\(agreement.text) \(periodText)" }

    init(fields: inout FieldReader) throws(EntryProblem) {
        try self.init(period: &fields)
        self = adjusted(try fields.optionalNumber("adjustment", in: 1...Self.mostAdjustments))
    }

    /// Of an entry that is about the period, whatever its adjustments.
    init(period fields: inout FieldReader) throws(EntryProblem) {
        let agreement = try fields.parsed("agreement") { AgreementID($0) }
        let digest = try fields.digest("agreement_digest")
        self.init(
            agreement: agreement, agreementDigest: digest, period: try fields.parsed("period") { Period($0) })
    }

    var fields: [(String, JSONValue?)] {
        [
            ("agreement", .string(agreement.text)), ("agreement_digest", .string(agreementDigest.hex)),
            ("period", .string(period.text)), ("adjustment", adjustment.map { .integer(Int64($0)) }),
        ]
    }
}
