public import TransparencyLog

/// `agreement-filed` 协议备案: the centre has taken the agreement into its records; the centre's only.
public struct AgreementFiledEntry: EntryBody {
    static let kind = "agreement-filed"

    public let agreement: AgreementID
    public let agreementDigest: ContentDigest
    /// The party's `agreement-filing` that it answers.
    public let filing: EntryReference

    public init(agreement: AgreementID, agreementDigest: ContentDigest, filing: EntryReference) {
        self.agreement = agreement
        self.agreementDigest = agreementDigest
        self.filing = filing
    }

    init(fields: inout FieldReader) throws(EntryProblem) {
        agreement = try fields.parsed("agreement") { AgreementID($0) }
        agreementDigest = try fields.digest("agreement_digest")
        filing = try fields.reference("filing")
    }

    var fields: [(String, JSONValue?)] {
        [
            ("agreement", .string(agreement.text)), ("agreement_digest", .string(agreementDigest.hex)),
            ("filing", filing.json),
        ]
    }
}
