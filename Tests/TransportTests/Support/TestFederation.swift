import Federation
import Foundation
import X509

@testable import NodeService

/// A federation issued in memory for one test: nothing here can expire in the repository.
struct TestFederation: Sendable {
    let authority: DevelopmentAuthority
    let stranger: DevelopmentAuthority

    static let day: TimeInterval = 86_400

    init() throws {
        let now = Date()
        authority = try DevelopmentAuthority(
            notBefore: now - 400 * Self.day, notAfter: now + 400 * Self.day)
        stranger = try DevelopmentAuthority(
            name: "Somebody else", notBefore: now - 400 * Self.day, notAfter: now + 400 * Self.day)
    }

    /// Valid from yesterday, for ten days.
    func issue(_ node: NodeName) throws -> IssuedCertificate {
        try authority.issue(node: node, notBefore: Date() - Self.day, notAfter: Date() + 10 * Self.day)
    }

    func credentials(_ node: NodeName) throws -> TLSCredentials {
        try credentials(try issue(node))
    }

    /// What `issued` looks like to a node that believes this federation's authority.
    func credentials(_ issued: IssuedCertificate) throws -> TLSCredentials {
        try TLSCredentials(
            certificateChainPEM: issued.certificatePEM, privateKeyPEM: issued.privateKeyPEM,
            authorityPEM: authority.certificatePEM)
    }

    func expired(_ node: NodeName) throws -> TLSCredentials {
        try credentials(
            try authority.issue(node: node, notBefore: Date() - 30 * Self.day, notAfter: Date() - 2 * Self.day))
    }

    func notYetValid(_ node: NodeName) throws -> TLSCredentials {
        try credentials(
            try authority.issue(node: node, notBefore: Date() + 2 * Self.day, notAfter: Date() + 30 * Self.day))
    }

    /// Issued by an authority nobody here believes.
    func foreign(_ node: NodeName) throws -> TLSCredentials {
        try credentials(
            try stranger.issue(node: node, notBefore: Date() - Self.day, notAfter: Date() + Self.day))
    }

    /// A certificate of the right authority with other names than a node's.
    func issue(names: [GeneralName]) throws -> IssuedCertificate {
        var profile = CertificateProfile(
            node: try name("odd.tongzhou.test"), notBefore: Date() - Self.day, notAfter: Date() + Self.day)
        profile.alternativeNames = names
        return try authority.issue(profile, entropy: .system)
    }

    func name(_ text: String) throws -> NodeName {
        guard let name = NodeName(text) else { throw CertificateFailure(.malformed, text) }
        return name
    }
}
