import Crypto
public import Federation
public import Foundation
import NIOSSL
import SwiftASN1
import X509

/// Which node a certificate speaks for.
///
/// A certificate names a node when it has exactly one `tongzhou://<node name>` URI among its
/// subject alternative names (RFC 5280 section 4.2.1.6), one of its DNS names equals that node
/// name byte for byte, and it has no IP address. Wildcards never match.
public struct PeerIdentity: Sendable, Hashable {
    /// The node the certificate speaks for.
    public let node: NodeName
    /// SHA-256 of the certificate's SubjectPublicKeyInfo, 64 lowercase hexadecimal digits: the
    /// same figure as `openssl x509 -pubkey | openssl pkey -pubin -outform DER | sha256sum`.
    public let keyDigest: String
    /// The last moment of validity.
    public let notAfter: Date

    private static let scheme = "tongzhou:"

    static func reading(_ certificate: NIOSSLCertificate) -> Result<PeerIdentity, IdentityRefusal> {
        guard let bytes = try? certificate.toDERBytes() else { return .failure(.malformed) }
        guard CertificateStrength.suffices(bytes) else { return .failure(.weak) }
        guard let parsed = try? Certificate(derEncoded: bytes) else { return .failure(.malformed) }
        return reading(parsed)
    }

    static func reading(_ certificate: Certificate) -> Result<PeerIdentity, IdentityRefusal> {
        let names: [GeneralName]
        do {
            names = try certificate.extensions.subjectAlternativeNames.map { Array($0) } ?? []
        } catch {
            return .failure(.malformed)
        }
        var dnsNames: [String] = []
        var uris: [String] = []
        for name in names {
            switch name {
            case .dnsName(let text): dnsNames.append(text)
            case .uniformResourceIdentifier(let text) where text.lowercased().hasPrefix(scheme): uris.append(text)
            case .ipAddress: return .failure(.ipAddress)
            default: break
            }
        }
        guard let uri = uris.first else { return .failure(.missing) }
        guard uris.count == 1 else { return .failure(.ambiguous) }
        let prefix = scheme + "//"
        guard uri.hasPrefix(prefix), let node = NodeName(String(uri.dropFirst(prefix.count))) else {
            return .failure(.malformed)
        }
        let expected = Array(node.text.utf8)
        guard dnsNames.contains(where: { Array($0.utf8) == expected }) else { return .failure(.mismatch) }
        guard let digest = try? keyDigest(of: certificate.publicKey) else { return .failure(.malformed) }
        return .success(PeerIdentity(node: node, keyDigest: digest, notAfter: certificate.notValidAfter))
    }

    /// X509's `subjectPublicKeyInfoBytes` is the bare key; pins are over the whole structure.
    static func keyDigest(of key: Certificate.PublicKey) throws -> String {
        hexadecimal(SHA256.hash(data: try key.serializeAsPEM().derBytes))
    }

    /// The URI a node's certificate carries.
    static func uri(of node: NodeName) -> String {
        scheme + "//" + node.text
    }

    private static func hexadecimal(_ digest: SHA256.Digest) -> String {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        for byte in digest {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }
}
