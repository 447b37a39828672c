/// Why a peer's resource could not be fetched.
///
/// Equality looks at the code only: callers decide on the kind, people read the detail.
public struct TransportFailure: Error, Equatable, Sendable, CustomStringConvertible {
    /// Stable codes, used in logs and status pages.
    public enum Code: String, Sendable {
        /// No connection, or the peer says that it cannot answer now (503).
        case unreachable
        /// The peer turned our certificate or our membership down.
        case refusedByPeer = "refused-by-peer"
        /// The peer's certificate is not from an authority we believe, or not fit for a server.
        case tlsUntrusted = "tls-untrusted"
        /// A valid certificate, but of another node or with another key than the one pinned.
        case tlsWrongPeer = "tls-wrong-peer"
        /// The peer's certificate is outside its dates.
        case tlsExpired = "tls-expired"
        /// The authority has taken the peer's certificate back.
        case tlsRevoked = "tls-revoked"
        /// No complete answer in time.
        case timeout
        /// More bytes than the caller allows.
        case tooLarge = "too-large"
        /// The answer breaks HTTP, or is compressed, or the peer speaks no TLS 1.3.
        case `protocol`
        /// A status the log protocol does not know; the number is in the detail.
        case httpStatus = "http-status"
        /// The caller's task was cancelled or the client shut down.
        case cancelled
    }

    public let code: Code
    /// A stable word of a ``ConnectionCause`` or a ``HandshakeRefusal``, or a short text; never a library's.
    public let detail: String
    /// What the library said, for debug lines.
    let raw: String

    public init(_ code: Code, _ detail: String) { self.init(code, detail, raw: "") }

    init(_ code: Code, _ detail: String, raw: String) {
        self.code = code
        self.detail = detail
        self.raw = raw
    }

    public var description: String { detail.isEmpty ? code.rawValue : "\(code.rawValue): \(detail)" }

    public static func == (left: TransportFailure, right: TransportFailure) -> Bool {
        left.code == right.code
    }
}
