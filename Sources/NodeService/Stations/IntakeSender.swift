import Compensation
import Federation
import Foundation
import TransparencyLog

/// Who may deliver readings over HTTP: known by a token or by a certificate, for certain sections only.
struct IntakeSender: Codable, Sendable {
    let name: String
    /// Who measured; recorded with each reading.
    let source: String
    let channel: String
    let sections: [String]
    /// SHA-256 of the token, hexadecimal. A token has 256 random bits, so that nothing slower is needed.
    let tokenDigest: String?
    /// The node name in the certificate it shows.
    let certificate: String?
    /// When it was added, RFC 3339.
    let added: String

    func mayDeliver(_ section: SectionID) -> Bool { sections.contains { $0.sameBytes(as: section.text) } }
}
