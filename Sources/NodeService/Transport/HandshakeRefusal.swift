import Foundation
import X509

/// Why a TLS handshake did not come about, as far as the TLS library lets one tell.
///
/// The raw values are the stable event codes of the log.
enum HandshakeRefusal: String, Sendable {
    case noClientCertificate = "tls-no-client-certificate"
    case unknownAuthority = "tls-unknown-ca"
    case expired = "tls-expired"
    case notYetValid = "tls-not-yet-valid"
    /// From a known authority and within its dates, but refused, for example for its usages.
    case certificateRefused = "tls-certificate-refused"
    /// The authority has taken the certificate back.
    case revoked = "tls-revoked"
    /// The certificate is valid, but for another name.
    case wrongName = "tls-wrong-name"
    case version = "tls-version"
    /// The other side refused us; its alert is in the detail.
    case refusedByPeer = "tls-refused-by-peer"
    /// The other side went away in the middle.
    case aborted = "tls-aborted"
    case timeout = "tls-timeout"
    case failed = "tls-failed"

    /// Sorts an error of the TLS library.
    ///
    /// BoringSSL says only "certificate verify failed" for everything that is wrong with a chain
    /// (the reason goes into the alert, not into the error), so the presented certificate is
    /// looked at again: signed by a root at all, then its dates.
    ///
    /// - Parameters:
    ///   - errorText: the error as text, with BoringSSL's reason strings.
    ///   - presented: the other side's certificate when it got that far.
    ///   - roots: the authorities believed.
    ///   - now: the time of the refusal.
    static func classify(
        errorText: String, presented: Certificate?, roots: [Certificate], now: Date
    ) -> HandshakeRefusal {
        if errorText.contains("failedToValidateHostname") { return .wrongName }
        if errorText.contains("PEER_DID_NOT_RETURN_A_CERTIFICATE") { return .noClientCertificate }
        if errorText.contains("CERTIFICATE_VERIFY_FAILED") {
            return classify(presented, roots: roots, now: now)
        }
        // An alert is the other side's word, also when it is about the version.
        if errorText.contains("_ALERT_") { return .refusedByPeer }
        if errorText.contains("UNSUPPORTED_PROTOCOL") || errorText.contains("WRONG_VERSION_NUMBER") {
            return .version
        }
        if errorText.contains("EOF during") { return .aborted }
        return .failed
    }

    private static func classify(
        _ presented: Certificate?, roots: [Certificate], now: Date
    ) -> HandshakeRefusal {
        guard let presented else { return .certificateRefused }
        guard roots.contains(where: { $0.publicKey.isValidSignature(presented.signature, for: presented) })
        else { return .unknownAuthority }
        if presented.notValidBefore > now { return .notYetValid }
        if presented.notValidAfter < now { return .expired }
        return .certificateRefused
    }
}
