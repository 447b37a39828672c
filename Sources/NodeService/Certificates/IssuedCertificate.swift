/// A node's certificate with its private key, as text ready for files.
public struct IssuedCertificate: Sendable {
    /// One `CERTIFICATE` block.
    public let certificatePEM: String
    /// One `PRIVATE KEY` block (PKCS #8, P-256). Never logged, never in a backup.
    public let privateKeyPEM: String
}
