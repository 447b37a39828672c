import SwiftASN1

/// Whether a certificate rests on a key and a signature that nobody can forge: ECDSA over P-256, P-384 or P-521, RSA from
/// 2 048 bits, Ed25519; signed with SHA-2 or Ed25519 (NIST SP 800-131A Rev. 2, tables 2 and 8).
///
/// Looked at in the encoding itself (RFC 5280 section 4.1): the TLS library takes RSA of 1 024 bits and SHA-1, and the
/// X.509 library reads neither.
enum CertificateStrength {
    private static let signatures: [ASN1ObjectIdentifier] = [
        [1, 2, 840, 10045, 4, 3, 2], [1, 2, 840, 10045, 4, 3, 3], [1, 2, 840, 10045, 4, 3, 4],
        [1, 2, 840, 113549, 1, 1, 11], [1, 2, 840, 113549, 1, 1, 12], [1, 2, 840, 113549, 1, 1, 13], ed25519,
    ]
    private static let curves: [ASN1ObjectIdentifier] = [
        [1, 2, 840, 10045, 3, 1, 7], [1, 3, 132, 0, 34], [1, 3, 132, 0, 35],
    ]
    private static let ellipticCurve: ASN1ObjectIdentifier = [1, 2, 840, 10045, 2, 1]
    private static let rsa: ASN1ObjectIdentifier = [1, 2, 840, 113549, 1, 1, 1]
    private static let ed25519: ASN1ObjectIdentifier = [1, 3, 101, 112]
    private static let rsaBytes = 2048 / 8

    /// `false` also for what is no certificate.
    static func suffices(_ certificate: [UInt8]) -> Bool {
        guard let root = try? DER.parse(certificate) else { return false }
        let parts = children(root)
        guard parts.count == 3, let signature = identifiers(parts[1]).first, signatures.contains(signature) else {
            return false
        }
        // The version stands first, and may be missing; the key is the sixth of the others.
        var fields = children(parts[0])
        if fields.first?.identifier.tagClass == .contextSpecific { fields.removeFirst() }
        guard fields.count > 5 else { return false }
        return isKeySufficient(children(fields[5]))
    }

    private static func isKeySufficient(_ key: [ASN1Node]) -> Bool {
        guard key.count == 2 else { return false }
        let kind = identifiers(key[0])
        switch kind.first {
        case ed25519: return true
        case ellipticCurve: return kind.count == 2 && curves.contains(kind[1])
        case rsa:
            // A bit string without unused bits: SEQUENCE { modulus, exponent }.
            guard case .primitive(let bits) = key[1].content, bits.first == 0,
                let numbers = try? DER.parse(Array(bits.dropFirst())),
                let modulus = children(numbers).first, case .primitive(let bytes) = modulus.content
            else { return false }
            let digits = bytes.drop { $0 == 0 }
            return digits.count > rsaBytes || digits.count == rsaBytes && (digits.first ?? 0) >= 0x80
        default: return false
        }
    }

    private static func identifiers(_ node: ASN1Node) -> [ASN1ObjectIdentifier] {
        children(node).compactMap { try? ASN1ObjectIdentifier(derEncoded: $0) }
    }

    private static func children(_ node: ASN1Node) -> [ASN1Node] {
        guard case .constructed(let nodes) = node.content else { return [] }
        return Array(nodes)
    }
}
