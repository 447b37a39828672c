import Crypto
import Federation
import SwiftASN1
import X509

/// What a node asks its authority to certify: its key, both its names and both directions of TLS (PKCS #10, RFC 2986).
struct CertificateRequest {
    let pem: String
    /// SHA-256 of the key's SubjectPublicKeyInfo, as ``PeerIdentity/keyDigest``.
    let keyDigest: String

    /// A fresh ECDSA P-256 key as PKCS #8.
    static func newKeyPEM() -> String { P256.Signing.PrivateKey().pemRepresentation + "\n" }

    /// - Throws: `CertificateFailure` with code `unissuable`, or `malformed` for a key that is no P-256 key.
    init(node: NodeName, privateKeyPEM: String) throws(CertificateFailure) {
        guard let key = try? P256.Signing.PrivateKey(pemRepresentation: privateKeyPEM) else {
            throw CertificateFailure(.malformed, "not an ECDSA P-256 key")
        }
        do {
            let extensions = try Certificate.Extensions {
                Critical(BasicConstraints.notCertificateAuthority)
                Critical(KeyUsage(digitalSignature: true))
                try ExtendedKeyUsage([.serverAuth, .clientAuth])
                SubjectAlternativeNames([
                    .dnsName(node.text), .uniformResourceIdentifier(PeerIdentity.uri(of: node)),
                ])
            }
            let request = try CertificateSigningRequest(
                version: .v1, subject: try DistinguishedName { CommonName(node.text) },
                privateKey: Certificate.PrivateKey(key),
                attributes: try .init([.init(ExtensionRequest(extensions: extensions))]))
            pem = try request.serializeAsPEM().pemString + "\n"
            keyDigest = try PeerIdentity.keyDigest(of: request.publicKey)
        } catch {
            throw CertificateFailure(.unissuable, "\(node.text): \(error)")
        }
    }
}
