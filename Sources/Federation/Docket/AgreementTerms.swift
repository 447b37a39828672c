public import Compensation
public import TransparencyLog

/// An agreement with its scheme read, and who has signed.
public struct AgreementTerms: Sendable {
    public let entry: AgreementEntry
    public let digest: ContentDigest
    public let scheme: Scheme
    /// Parties with an `agreement-signature` over this digest in this agreement's channel; sorted.
    public let signedBy: [PartyCode]

    /// 生效: every party has signed.
    public var inForce: Bool { signedBy == entry.parties }
}
