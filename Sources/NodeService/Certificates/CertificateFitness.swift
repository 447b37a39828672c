import Federation
import Foundation
import NIOSSL
import SwiftASN1
import X509

/// Whether a neighbour would believe a certificate: its dates, usages, authority and revocation.
struct CertificateFitness {
    let roots: [Certificate]
    let revocations: [RevocationList]
    let now: Date

    /// What is wrong with the first certificate of `chain`; `nil` when nothing is.
    func problem(_ chain: [Certificate]) async -> CertificateFailure? {
        guard let leaf = chain.first else { return CertificateFailure(.malformed, "no certificate") }
        if leaf.notValidAfter < now { return CertificateFailure(.expired, Self.text(leaf.notValidAfter)) }
        if leaf.notValidBefore > now { return CertificateFailure(.notYetValid, Self.text(leaf.notValidBefore)) }
        if revocations.contains(where: { $0.revokes(leaf) }) {
            return CertificateFailure(.revoked, "serial number \(leaf.serialNumber.octets)")
        }
        if let usages = (try? leaf.extensions.extendedKeyUsage) ?? nil {
            guard usages.contains(.serverAuth) else { return CertificateFailure(.usage, "serverAuth") }
            guard usages.contains(.clientAuth) else { return CertificateFailure(.usage, "clientAuth") }
        }
        var verifier = Verifier(rootCertificates: CertificateStore(roots)) { UsageAwarePolicy() }
        switch await verifier.validate(leaf: leaf, intermediates: CertificateStore(chain.dropFirst())) {
        case .validCertificate: return nil
        case .couldNotValidate(let failures):
            return CertificateFailure(
                .unknownAuthority, failures.first.map { "\($0.policyFailureReason)" } ?? "\(leaf.issuer)")
        }
    }

    /// The certificates of a PEM text.
    ///
    /// - Throws: `CertificateFailure` with code `malformed`.
    static func certificates(inPEM text: String) throws(CertificateFailure) -> [Certificate] {
        var certificates: [Certificate] = []
        do {
            for encoded in try NIOSSLCertificate.fromPEMBytes(Array(text.utf8)) {
                certificates.append(try Certificate(derEncoded: encoded.toDERBytes()))
            }
        } catch {
            throw CertificateFailure(.malformed, "\(error)")
        }
        return certificates
    }

    private static func text(_ date: Date) -> String { Timestamp(date).text }

    /// RFC 5280, with authorities that mark the usages and the names as critical, which are looked at here.
    private struct UsageAwarePolicy: VerifierPolicy {
        private var rules = RFC5280Policy()

        var verifyingCriticalExtensions: [ASN1ObjectIdentifier] {
            rules.verifyingCriticalExtensions + [
                .X509ExtensionID.extendedKeyUsage, .X509ExtensionID.subjectAlternativeName,
            ]
        }

        mutating func chainMeetsPolicyRequirements(chain: UnverifiedCertificateChain) async -> PolicyEvaluationResult {
            rules.chainMeetsPolicyRequirements(chain: chain)
        }
    }
}
