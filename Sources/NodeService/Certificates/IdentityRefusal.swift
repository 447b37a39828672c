/// Why a certificate from the right authority still does not say which node it belongs to.
///
/// The raw values are the stable event codes of the log.
public enum IdentityRefusal: String, Error, Sendable, CaseIterable {
    /// No certificate, or none with a `tongzhou://` URI.
    case missing = "identity-missing"
    /// More than one `tongzhou://` URI.
    case ambiguous = "identity-ambiguous"
    /// The URI is not exactly `tongzhou://<node name>`, or the extension cannot be parsed.
    case malformed = "identity-malformed"
    /// No DNS name of the certificate equals the node name of the URI.
    case mismatch = "identity-mismatch"
    /// The certificate carries an IP address: TLS stacks accept it in place of the host name
    /// (SwiftNIO SSL matches any SAN, also against the dialled address), so it is never allowed.
    case ipAddress = "identity-ip-address"
    /// Signed with SHA-1 or older, or with a key that is too short or of a curve that nobody needs.
    case weak = "identity-weak"
}
