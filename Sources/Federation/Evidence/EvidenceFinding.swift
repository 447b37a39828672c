/// Why a document does not prove what it says. Detail is log text in English; wording for people is `text`'s.
public struct EvidenceFinding: Error, Equatable, Sendable {
    public enum Code: String, Sendable, CaseIterable {
        /// More bytes than are read.
        case tooLarge = "evidence-too-large"
        /// Not canonical JSON, or not the fields of this format.
        case malformed = "evidence-malformed"
        /// A format or kind this version does not know.
        case unknownFormat = "evidence-unknown-format"
        /// The key is no usable verifier key.
        case keyInvalid = "evidence-key-invalid"
        /// The key's name is not the origin: it does not sign this log.
        case otherKey = "evidence-other-key"
        /// A note is not a signed checkpoint.
        case noteInvalid = "evidence-note-invalid"
        /// A note is not signed by the key, or the signature does not hold.
        case signatureInvalid = "evidence-signature-invalid"
        /// A note is a checkpoint of another log.
        case otherOrigin = "evidence-other-origin"
        /// A note carries lines of other keys: nobody verified them, so they are no part of a proof.
        case strangeLines = "evidence-strange-lines"
        /// The notes are not in the one order: by size, then by root.
        case wrongOrder = "evidence-wrong-order"
        /// Both notes tell of one and the same history.
        case sameRoot = "evidence-same-root"
        /// Sizes differ, and nothing shows what the larger tree has at the smaller size.
        case proofMissing = "evidence-proof-missing"
        /// Two notes of one size prove by themselves; a consistency proof has no place beside them.
        case proofNeedless = "evidence-proof-needless"
        /// The consistency proof does not lead to the second note's root.
        case proofInvalid = "evidence-proof-invalid"
    }

    public let code: Code
    public let detail: String

    public init(_ code: Code, _ detail: String) {
        self.code = code
        self.detail = detail
    }

    public static func == (a: EvidenceFinding, b: EvidenceFinding) -> Bool { a.code == b.code }
}
