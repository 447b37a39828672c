/// Why a certificate, a key or a certificate folder could not be made, read or written.
///
/// Equality looks at the code only: callers decide on the kind, people read the detail.
public struct CertificateFailure: Error, Equatable, Sendable, CustomStringConvertible {
    /// Stable codes, used in logs and by the command line.
    public enum Code: String, Sendable {
        /// The file is not there or cannot be read.
        case unreadable
        /// The file or folder could not be written.
        case unwritable
        /// The file exists already and is never overwritten.
        case exists
        /// A private key or the folder is open to other users of the machine.
        case tooOpen = "too-open"
        /// The text is not the PEM that was expected.
        case malformed
        /// The private key does not belong to the certificate.
        case keyMismatch = "key-mismatch"
        /// The certificate does not name exactly one node.
        case identity
        /// The certificate names another node than the one it is for.
        case otherNode = "other-node"
        /// The certificate has ended.
        case expired
        /// The certificate is not valid yet.
        case notYetValid = "not-yet-valid"
        /// The authority has taken the certificate back.
        case revoked
        /// The certificate is not for both directions of TLS.
        case usage
        /// None of the node's authorities stands behind the certificate.
        case unknownAuthority = "unknown-authority"
        /// The dates, names or random bytes given do not make a certificate.
        case unissuable
        /// Not a revocation list of RFC 5280, or one with critical extensions.
        case listMalformed = "list-malformed"
        /// No authority of this node signed the revocation list.
        case listUnsigned = "list-unsigned"
        /// The authority promised a newer revocation list by now.
        case listOutdated = "list-outdated"
        /// The revocation list was made before the one in use.
        case listOlder = "list-older"
    }

    public let code: Code
    public let detail: String

    public init(_ code: Code, _ detail: String) {
        self.code = code
        self.detail = detail
    }

    public var description: String { "\(code.rawValue): \(detail)" }

    public static func == (left: CertificateFailure, right: CertificateFailure) -> Bool {
        left.code == right.code
    }
}
