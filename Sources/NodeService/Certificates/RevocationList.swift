import Foundation
import SwiftASN1
import X509

/// A certificate revocation list 证书吊销列表 that one of the federation's authorities signed (RFC 5280 section 5).
///
/// There is no other way to make one than from bytes whose signature holds. Lists that say less or more than
/// "these serial numbers of mine are revoked" (delta, indirect or partitioned ones) carry critical extensions and
/// are refused whole.
struct RevocationList: Sendable {
    let issuer: DistinguishedName
    let thisUpdate: Date
    /// When the authority promises the next list at the latest; RFC 5280 section 5.1.2.5 demands it.
    let nextUpdate: Date
    private let serials: Set<Certificate.SerialNumber>

    /// Parses and verifies one DER-encoded list.
    ///
    /// - Throws: `CertificateFailure` with code `list-malformed`, or `list-unsigned` when none of `roots` signed it.
    init(der: [UInt8], roots: [Certificate]) throws(CertificateFailure) {
        let list: EncodedRevocationList
        do {
            list = try EncodedRevocationList(der: der)
        } catch {
            throw CertificateFailure(.listMalformed, "\(error)")
        }
        guard let begin = list.thisUpdate.date, let end = list.nextUpdate.date else {
            throw CertificateFailure(.listMalformed, "a date that does not exist")
        }
        guard roots.contains(where: { list.isSigned(by: $0) }) else {
            throw CertificateFailure(.listUnsigned, "no authority of this node signed the list of \(list.issuer)")
        }
        issuer = list.issuer
        thisUpdate = begin
        nextUpdate = end
        serials = Set(list.revoked)
    }

    func revokes(_ certificate: Certificate) -> Bool {
        certificate.issuer == issuer && serials.contains(certificate.serialNumber)
    }

    /// All lists of a file: one DER-encoded list, or one or more PEM blocks `X509 CRL`.
    ///
    /// - Throws: `CertificateFailure` as above when any of them is not good.
    static func lists(in bytes: [UInt8], roots: [Certificate]) throws(CertificateFailure) -> [RevocationList] {
        guard !bytes.starts(with: [0x30]) else { return [try RevocationList(der: bytes, roots: roots)] }
        let documents: [PEMDocument]
        do {
            documents = try PEMDocument.parseMultiple(pemString: String(decoding: bytes, as: UTF8.self))
        } catch {
            throw CertificateFailure(.listMalformed, "neither DER nor PEM: \(error)")
        }
        guard !documents.isEmpty, documents.allSatisfy({ $0.discriminator == "X509 CRL" }) else {
            throw CertificateFailure(.listMalformed, "expected PEM blocks of type X509 CRL")
        }
        var lists: [RevocationList] = []
        for document in documents { lists.append(try RevocationList(der: document.derBytes, roots: roots)) }
        return lists
    }
}
