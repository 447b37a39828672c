import Compensation
import Federation
import Foundation
import Presentation
import SwiftASN1
import X509

extension CertificateCard {
    /// - Throws: `CertificateFailure` with code `malformed`.
    init(
        _ certificate: Certificate, of node: NodeName, _ name: Bilingual, isOwn: Bool, problem: Problem? = nil
    ) throws(CertificateFailure) {
        self.init(node, name, isOwn: isOwn, facts: try Self.facts(of: certificate), problem: problem)
    }

    private static func facts(of certificate: Certificate) throws(CertificateFailure) -> Facts {
        guard let encoded = try? certificate.serializeAsPEM().derBytes,
            let keyDigest = try? PeerIdentity.keyDigest(of: certificate.publicKey)
        else { throw CertificateFailure(.malformed, "\(certificate.subject)") }
        return Facts(
            subject: "\(certificate.subject)", names: names(of: certificate), issuer: "\(certificate.issuer)",
            serial: certificate.serialNumber.octets, notBefore: Timestamp(certificate.notValidBefore),
            notAfter: Timestamp(certificate.notValidAfter), encoded: encoded, keyDigest: keyDigest)
    }

    private static func names(of certificate: Certificate) -> [String] {
        let names = (try? certificate.extensions.subjectAlternativeNames).flatMap { $0 }.map { Array($0) } ?? []
        return names.map { name in
            switch name {
            case .dnsName(let text): "DNS:\(text)"
            case .uniformResourceIdentifier(let text): "URI:\(text)"
            default: "\(name)"
            }
        }
    }
}

extension CertificateCard.Problem {
    init(_ failure: CertificateFailure) {
        self.init(code: failure.code.rawValue, text: CertificateWording.text(failure))
    }

    init(_ failure: TransportFailure) {
        self.init(code: failure.code.rawValue, text: TransportWording.text(failure))
    }
}

extension Timestamp {
    init(_ date: Date) { self.init(secondsSinceEpoch: Int64(date.timeIntervalSince1970)) }
}
