import Federation
import Foundation
import TransparencyLog

/// The files a node's credentials are made of.
struct CredentialFiles: Sendable {
    let node: NodeName
    let certificate: String
    let key: String
    let authority: String
    /// The authority's revocation list, if one is kept.
    let revocations: String?

    /// Digest of what the files hold now; a file that is not there counts as one of a kind.
    func digest() -> ContentDigest {
        var bytes: [UInt8] = []
        for file in [certificate, key, authority] + (revocations.map { [$0] } ?? []) {
            let content = FileManager.default.contents(atPath: file)
            bytes += content.map { ContentDigest(of: Array($0)).hex.utf8 + [0x0A] } ?? Array("absent\n".utf8)
        }
        return ContentDigest(of: bytes)
    }

    /// Certificate, key and authorities, without the revocation list.
    ///
    /// - Throws: `CertificateFailure`; code `otherNode` for a certificate of another node.
    func credentials() throws(CertificateFailure) -> TLSCredentials {
        let credentials = try TLSCredentials(certificateFile: certificate, keyFile: key, authorityFile: authority)
        guard credentials.identity.node == node else {
            throw CertificateFailure(.otherNode, credentials.identity.node.text)
        }
        try credentials.requireServable()
        return credentials
    }

    /// The revocation lists of the file, each signed by one of the authorities.
    ///
    /// - Throws: `CertificateFailure` with code `unreadable`, `list-malformed` or `list-unsigned`.
    func revocationLists(for credentials: TLSCredentials) throws(CertificateFailure) -> [RevocationList] {
        guard let revocations else { return [] }
        guard let data = FileManager.default.contents(atPath: revocations), data.count <= Self.listLimit else {
            throw CertificateFailure(.unreadable, revocations)
        }
        return try RevocationList.lists(in: Array(data), roots: credentials.roots)
    }

    /// Room for about half a million revoked certificates.
    private static let listLimit = 16 << 20
}

extension CredentialFiles {
    init(_ configuration: NodeConfiguration) {
        node = configuration.node
        certificate = configuration.certificate.path
        key = configuration.privateKey.path
        authority = configuration.authority.path
        revocations = configuration.revocations?.path
    }
}
