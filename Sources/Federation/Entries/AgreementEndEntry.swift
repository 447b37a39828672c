public import Compensation
public import TransparencyLog

/// `agreement-end` 协议提前终止: a party agrees that the agreement ends with a period. It ends when every party has
/// said the same period and the same reason; nothing after that period is settled.
public struct AgreementEndEntry: EntryBody {
    static let kind = "agreement-end"

    public let agreement: AgreementID
    public let agreementDigest: ContentDigest
    /// The last period that is settled.
    public let lastPeriod: Period
    public let reason: String

    public init(agreement: AgreementID, agreementDigest: ContentDigest, lastPeriod: Period, reason: String) {
        self.agreement = agreement
        self.agreementDigest = agreementDigest
        self.lastPeriod = lastPeriod
        self.reason = reason
    }

    init(fields: inout FieldReader) throws(EntryProblem) {
        agreement = try fields.parsed("agreement") { AgreementID($0) }
        agreementDigest = try fields.digest("agreement_digest")
        lastPeriod = try fields.parsed("last_period") { Period($0) }
        reason = try fields.string("reason", limit: 2000)
    }

    var fields: [(String, JSONValue?)] {
        [
            ("agreement", .string(agreement.text)), ("agreement_digest", .string(agreementDigest.hex)),
            ("last_period", .string(lastPeriod.text)), ("reason", .string(reason)),
        ]
    }

    func saysTheSame(as other: AgreementEndEntry) -> Bool {
        lastPeriod == other.lastPeriod && reason.sameBytes(as: other.reason)
    }
}
