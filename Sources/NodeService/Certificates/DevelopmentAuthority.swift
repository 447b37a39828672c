import Crypto
public import Federation
public import Foundation
import SwiftASN1
import X509

/// A certificate authority in memory, for tests and for trying the federation on one machine.
///
/// Keys are ECDSA P-256, the only curve every TLS stack of the federation accepts by default.
/// A real federation has its own authority; a node only ever needs that one's root certificate.
public struct DevelopmentAuthority: Sendable {
    /// The self-signed root, one `CERTIFICATE` block.
    public let certificatePEM: String
    /// The root's private key, PKCS #8.
    public let privateKeyPEM: String

    private let certificate: Certificate
    private let key: P256.Signing.PrivateKey

    /// Makes a new root.
    ///
    /// - Throws: `CertificateFailure` with code `unissuable` when the dates or random bytes are unusable.
    public init(
        name: String = "Tongzhou development authority", notBefore: Date, notAfter: Date,
        entropy: Entropy = .system
    ) throws(CertificateFailure) {
        let key = try Self.makeKey(entropy)
        do {
            let subject = try DistinguishedName { CommonName(name) }
            let publicKey = Certificate.PublicKey(key.publicKey)
            let certificate = try Certificate(
                version: .v3,
                serialNumber: try Self.serialNumber(entropy),
                publicKey: publicKey,
                notValidBefore: notBefore,
                notValidAfter: notAfter,
                issuer: subject,
                subject: subject,
                signatureAlgorithm: .ecdsaWithSHA256,
                extensions: try Certificate.Extensions {
                    Critical(BasicConstraints.isCertificateAuthority(maxPathLength: 0))
                    Critical(KeyUsage(keyCertSign: true, cRLSign: true))
                    SubjectKeyIdentifier(hash: publicKey)
                },
                issuerPrivateKey: Certificate.PrivateKey(key))
            self.certificatePEM = try certificate.serializeAsPEM().pemString
            self.certificate = certificate
        } catch {
            throw CertificateFailure(.unissuable, "root certificate: \(error)")
        }
        self.privateKeyPEM = key.pemRepresentation
        self.key = key
    }

    /// Takes up an existing root again, to issue more certificates.
    ///
    /// - Throws: `CertificateFailure` with code `malformed` or `key-mismatch`.
    public init(certificatePEM: String, privateKeyPEM: String) throws(CertificateFailure) {
        do {
            self.certificate = try Certificate(pemEncoded: certificatePEM)
            self.key = try P256.Signing.PrivateKey(pemRepresentation: privateKeyPEM)
        } catch {
            throw CertificateFailure(.malformed, "authority: \(error)")
        }
        guard certificate.publicKey == Certificate.PublicKey(key.publicKey) else {
            throw CertificateFailure(.keyMismatch, "the authority's key is not the one of its certificate")
        }
        self.certificatePEM = certificatePEM
        self.privateKeyPEM = privateKeyPEM
    }

    /// Issues a certificate with a new key for one node: DNS name and `tongzhou://` URI, server
    /// and client authentication, no IP address.
    ///
    /// - Throws: `CertificateFailure` with code `unissuable`.
    public func issue(
        node: NodeName, notBefore: Date, notAfter: Date, entropy: Entropy = .system
    ) throws(CertificateFailure) -> IssuedCertificate {
        try issue(CertificateProfile(node: node, notBefore: notBefore, notAfter: notAfter), entropy: entropy)
    }

    func issue(_ profile: CertificateProfile, entropy: Entropy) throws(CertificateFailure) -> IssuedCertificate {
        let leafKey = try Self.makeKey(entropy)
        do {
            let publicKey = Certificate.PublicKey(leafKey.publicKey)
            let authorityKeyIdentifier = SubjectKeyIdentifier(hash: certificate.publicKey).keyIdentifier
            let leaf = try Certificate(
                version: .v3,
                serialNumber: try Self.serialNumber(entropy),
                publicKey: publicKey,
                notValidBefore: profile.notBefore,
                notValidAfter: profile.notAfter,
                issuer: certificate.subject,
                subject: try DistinguishedName { CommonName(profile.commonName) },
                signatureAlgorithm: .ecdsaWithSHA256,
                extensions: try Certificate.Extensions {
                    Critical(BasicConstraints.notCertificateAuthority)
                    Critical(KeyUsage(digitalSignature: true))
                    try ExtendedKeyUsage(profile.usages)
                    SubjectAlternativeNames(profile.alternativeNames)
                    SubjectKeyIdentifier(hash: publicKey)
                    AuthorityKeyIdentifier(keyIdentifier: authorityKeyIdentifier)
                },
                issuerPrivateKey: Certificate.PrivateKey(key))
            return IssuedCertificate(
                certificatePEM: try leaf.serializeAsPEM().pemString,
                privateKeyPEM: leafKey.pemRepresentation)
        } catch {
            throw CertificateFailure(.unissuable, "\(profile.commonName): \(error)")
        }
    }

    /// Random 128 bits, positive and never zero (RFC 5280 section 4.1.2.2).
    private static func serialNumber(_ entropy: Entropy) throws(CertificateFailure) -> Certificate.SerialNumber {
        var bytes = entropy.bytes(16)
        guard bytes.count == 16 else { throw CertificateFailure(.unissuable, "16 random bytes are needed") }
        bytes[0] = bytes[0] & 0x7F | 0x40
        return Certificate.SerialNumber(bytes: bytes)
    }

    /// A scalar outside the curve's order has a chance of 2^-32, so a second refusal already
    /// means that the bytes are not random.
    private static func makeKey(_ entropy: Entropy) throws(CertificateFailure) -> P256.Signing.PrivateKey {
        for _ in 0..<2 {
            if let key = try? P256.Signing.PrivateKey(rawRepresentation: entropy.bytes(32)) { return key }
        }
        throw CertificateFailure(.unissuable, "the random bytes do not make a key")
    }
}
