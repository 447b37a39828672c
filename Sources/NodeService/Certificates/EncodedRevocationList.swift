import SwiftASN1
import X509

/// `CertificateList` of RFC 5280 section 5.1, as it is encoded; nothing is verified.
struct EncodedRevocationList {
    private let signed: ArraySlice<UInt8>
    private let signature: ArraySlice<UInt8>
    private let algorithm: ASN1ObjectIdentifier
    let issuer: DistinguishedName
    let thisUpdate: GeneralizedTime
    let nextUpdate: GeneralizedTime
    let revoked: [Certificate.SerialNumber]

    private struct Malformed: Error, CustomStringConvertible {
        let description: String

        init(_ description: String) { self.description = description }
    }

    /// What the body of a list says.
    private struct Body {
        var algorithm: ASN1ObjectIdentifier
        var issuer: DistinguishedName
        var thisUpdate: GeneralizedTime
        var nextUpdate: GeneralizedTime
        var revoked: [Certificate.SerialNumber]
    }

    init(der: [UInt8]) throws {
        let root = try DER.parse(der)
        let (body, bytes, outer, signature) = try DER.sequence(root, identifier: .sequence) { nodes in
            let list = try Self.one(&nodes)
            let algorithm = try Self.algorithm(try Self.one(&nodes))
            let signature = try ASN1BitString(derEncoded: &nodes)
            guard signature.paddingBits == 0 else { throw Malformed("signature of part of an octet") }
            return (try Self.body(list), list.encodedBytes, algorithm, signature.bytes)
        }
        // RFC 5280 section 5.1.1.2: what is signed names the algorithm too, or it could be exchanged.
        guard outer == body.algorithm else { throw Malformed("two signature algorithms") }
        signed = bytes
        self.signature = signature
        algorithm = outer
        issuer = body.issuer
        thisUpdate = body.thisUpdate
        nextUpdate = body.nextUpdate
        revoked = body.revoked
    }

    /// Whether `authority` is the issuer, may sign lists and has signed this one.
    func isSigned(by authority: Certificate) -> Bool {
        guard authority.subject == issuer, let algorithm = Self.algorithms.first(where: { $0.0 == algorithm })?.1,
            (try? authority.extensions.keyUsage).flatMap({ $0 })?.cRLSign ?? true
        else { return false }
        return authority.publicKey.isValidSignature(signature, for: signed, signatureAlgorithm: algorithm)
    }

    private static let algorithms: [(ASN1ObjectIdentifier, Certificate.SignatureAlgorithm)] = [
        ([1, 2, 840, 10045, 4, 3, 2], .ecdsaWithSHA256), ([1, 2, 840, 10045, 4, 3, 3], .ecdsaWithSHA384),
        ([1, 2, 840, 10045, 4, 3, 4], .ecdsaWithSHA512), ([1, 2, 840, 113549, 1, 1, 11], .sha256WithRSAEncryption),
        ([1, 2, 840, 113549, 1, 1, 12], .sha384WithRSAEncryption),
        ([1, 2, 840, 113549, 1, 1, 13], .sha512WithRSAEncryption), ([1, 3, 101, 112], .ed25519),
    ]

    private static func one(_ nodes: inout ASN1NodeCollection.Iterator) throws -> ASN1Node {
        guard let node = nodes.next() else { throw Malformed("too few fields") }
        return node
    }

    private static func algorithm(_ node: ASN1Node) throws -> ASN1ObjectIdentifier {
        try DER.sequence(node, identifier: .sequence) { fields in
            let identifier = try ASN1ObjectIdentifier(derEncoded: &fields)
            // Parameters are absent or NULL for every algorithm above.
            if let parameters = fields.next() { _ = try ASN1Null(derEncoded: parameters) }
            return identifier
        }
    }

    private static func body(_ node: ASN1Node) throws -> Body {
        try DER.sequence(node, identifier: .sequence) { nodes in
            guard try Int(derEncoded: &nodes) == 1 else { throw Malformed("not version 2") }
            let algorithm = try algorithm(try one(&nodes))
            let issuer = try DistinguishedName(derEncoded: try one(&nodes))
            let begin = try time(try one(&nodes))
            let end = try time(try one(&nodes))
            var revoked: [Certificate.SerialNumber] = []
            var next = nodes.next()
            if let entries = next, entries.identifier == .sequence {
                revoked = try DER.sequence(of: Revoked.self, identifier: .sequence, rootNode: entries).map(\.serial)
                next = nodes.next()
            }
            guard let extensions = next, extensions.identifier == .init(tagWithNumber: 0, tagClass: .contextSpecific)
            else { throw Malformed("no list extensions") }
            try DER.explicitlyTagged(extensions, tagNumber: 0, tagClass: .contextSpecific) { inner in
                try refuseCritical(inner)
            }
            return Body(
                algorithm: algorithm, issuer: issuer, thisUpdate: begin, nextUpdate: end, revoked: revoked)
        }
    }

    private struct Revoked: DERParseable {
        let serial: Certificate.SerialNumber

        init(derEncoded node: ASN1Node) throws {
            serial = try DER.sequence(node, identifier: .sequence) { nodes in
                let serial = try ArraySlice<UInt8>(derEncoded: &nodes)
                _ = try EncodedRevocationList.time(try EncodedRevocationList.one(&nodes))
                if let extensions = nodes.next() { try EncodedRevocationList.refuseCritical(extensions) }
                return Certificate.SerialNumber(bytes: serial)
            }
        }
    }

    /// No critical extension is understood here; RFC 5280 section 5.2: such a list must not be used.
    private static func refuseCritical(_ node: ASN1Node) throws {
        for item in try DER.sequence(of: Certificate.Extension.self, identifier: .sequence, rootNode: node)
        where item.critical {
            throw Malformed("critical extension \(item.oid)")
        }
    }

    private static func time(_ node: ASN1Node) throws -> GeneralizedTime {
        guard node.identifier == .utcTime else { return try GeneralizedTime(derEncoded: node) }
        let time = try UTCTime(derEncoded: node)
        return try GeneralizedTime(
            year: time.year, month: time.month, day: time.day, hours: time.hours, minutes: time.minutes,
            seconds: time.seconds, fractionalSeconds: 0)
    }
}
