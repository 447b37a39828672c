public import TransparencyLog

/// `agreement-filing` 协议报备: a party hands the signed agreement to the centre for its records.
public struct AgreementFilingEntry: EntryBody {
    static let kind = "agreement-filing"

    public let agreement: AgreementID
    public let agreementDigest: ContentDigest

    public init(agreement: AgreementID, agreementDigest: ContentDigest) {
        self.agreement = agreement
        self.agreementDigest = agreementDigest
    }

    init(fields: inout FieldReader) throws(EntryProblem) {
        agreement = try fields.parsed("agreement") { AgreementID($0) }
        agreementDigest = try fields.digest("agreement_digest")
    }

    var fields: [(String, JSONValue?)] {
        [("agreement", .string(agreement.text)), ("agreement_digest", .string(agreementDigest.hex))]
    }
}
