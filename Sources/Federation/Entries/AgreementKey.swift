public import TransparencyLog

/// Which agreement, in which text, an entry about money speaks about. Binding the digest keeps a signature from
/// being replayed under other terms.
public struct AgreementKey: Hashable, Sendable {
    public let agreement: AgreementID
    public let digest: ContentDigest

    public init(agreement: AgreementID, digest: ContentDigest) {
        self.agreement = agreement
        self.digest = digest
    }

    init(fields: inout FieldReader) throws(EntryProblem) {
        agreement = try fields.parsed("agreement") { AgreementID($0) }
        digest = try fields.digest("agreement_digest")
    }

    var fields: [(String, JSONValue?)] {
        [("agreement", .string(agreement.text)), ("agreement_digest", .string(digest.hex))]
    }
}
