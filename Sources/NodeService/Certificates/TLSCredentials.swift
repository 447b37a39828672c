import Foundation
import NIOSSL
import SwiftASN1
import X509

/// What a node shows on a TLS connection and whom it believes: its certificate chain, its private
/// key and the federation's root certificates.
public struct TLSCredentials: Sendable {
    /// Who this node is, by its own certificate.
    public let identity: PeerIdentity

    let chain: [NIOSSLCertificate]
    let privateKey: NIOSSLPrivateKey
    let authorities: [NIOSSLCertificate]
    /// The same roots, parsed, to say why a foreign certificate was refused.
    let roots: [Certificate]
    /// What the authorities have taken back.
    var revocations: [RevocationList] = []

    /// - Parameters:
    ///   - certificateChainPEM: own certificate first, then any intermediates.
    ///   - privateKeyPEM: the key of the first certificate.
    ///   - authorityPEM: one or more roots; nobody else is believed.
    /// - Throws: `CertificateFailure` with code `malformed`, `key-mismatch` or `identity`.
    ///   An expired certificate loads: expiry never keeps a node from starting.
    public init(
        certificateChainPEM: String, privateKeyPEM: String, authorityPEM: String
    ) throws(CertificateFailure) {
        let leaf: Certificate
        let shown: NIOSSLCertificate
        let ownKey: Certificate.PublicKey
        do {
            chain = try NIOSSLCertificate.fromPEMBytes(Array(certificateChainPEM.utf8))
            authorities = try NIOSSLCertificate.fromPEMBytes(Array(authorityPEM.utf8))
            roots = try authorities.map { try Certificate(derEncoded: $0.toDERBytes()) }
            privateKey = try NIOSSLPrivateKey(bytes: Array(privateKeyPEM.utf8), format: .pem)
            ownKey = try Certificate.PrivateKey(pemEncoded: privateKeyPEM).publicKey
            guard let first = chain.first, !authorities.isEmpty else {
                throw CertificateFailure(.malformed, "no certificate in the text")
            }
            shown = first
            leaf = try Certificate(derEncoded: first.toDERBytes())
        } catch let failure as CertificateFailure {
            throw failure
        } catch {
            throw CertificateFailure(.malformed, "\(error)")
        }
        guard leaf.publicKey == ownKey else {
            throw CertificateFailure(.keyMismatch, "the private key is not the one of the certificate")
        }
        switch PeerIdentity.reading(shown) {
        case .success(let identity): self.identity = identity
        case .failure(let refusal): throw CertificateFailure(.identity, refusal.rawValue)
        }
    }

    /// Reads the three PEM files. The key file must not be readable by group or others.
    ///
    /// - Throws: `CertificateFailure` as above, or with code `unreadable` or `too-open`.
    public init(
        certificateFile: String, keyFile: String, authorityFile: String
    ) throws(CertificateFailure) {
        try PrivateFile.requireOwnerOnly(keyFile)
        try self.init(
            certificateChainPEM: PrivateFile.text(certificateFile),
            privateKeyPEM: PrivateFile.text(keyFile),
            authorityPEM: PrivateFile.text(authorityFile))
    }

    /// - Throws: `CertificateFailure` with code `malformed` for what parses and is still refused by the TLS library,
    ///   such as a key too short for it.
    func requireServable() throws(CertificateFailure) {
        do {
            _ = try ServerTrust(self)
        } catch {
            throw CertificateFailure(.malformed, "the TLS library does not take it: \(error)")
        }
    }

    func isRevoked(_ certificate: Certificate) -> Bool { revocations.contains { $0.revokes(certificate) } }

    func isRevoked(_ certificate: NIOSSLCertificate) -> Bool {
        guard !revocations.isEmpty, let bytes = try? certificate.toDERBytes(),
            let parsed = try? Certificate(derEncoded: bytes)
        else { return false }
        return isRevoked(parsed)
    }
}
