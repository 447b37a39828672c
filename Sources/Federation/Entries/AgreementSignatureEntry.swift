public import TransparencyLog

/// `agreement-signature` 协议签署: the party that owns this log binds itself to the agreement's terms.
public struct AgreementSignatureEntry: EntryBody {
    static let kind = "agreement-signature"

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
