public import Compensation
public import TransparencyLog

/// Which settlement an entry speaks about. Binding the agreement's digest keeps a signature
/// from being replayed under other terms.
public struct SettlementKey: Hashable, Sendable {
    public let agreement: AgreementID
    public let agreementDigest: ContentDigest
    public let period: Period

    public init(agreement: AgreementID, agreementDigest: ContentDigest, period: Period) {
        self.agreement = agreement
        self.agreementDigest = agreementDigest
        self.period = period
    }

    init(fields: inout FieldReader) throws(EntryProblem) {
        agreement = try fields.parsed("agreement") { AgreementID($0) }
        agreementDigest = try fields.digest("agreement_digest")
        period = try fields.parsed("period") { Period($0) }
    }

    var fields: [(String, JSONValue?)] {
        [
            ("agreement", .string(agreement.text)), ("agreement_digest", .string(agreementDigest.hex)),
            ("period", .string(period.text)),
        ]
    }
}
