import Federation
public import Foundation
import NodeStore
public import Presentation
import X509

/// Carries out `certs request`, `certs install` and `certs show` on a node's own files, whether it runs or not.
public struct CertificateDesk {
    let configuration: NodeConfiguration

    public init(_ configuration: NodeConfiguration) { self.configuration = configuration }

    private var pendingKey: String { CertificateReplacement.pendingKey(configuration.privateKey.path) }

    /// A request for the authority, for a new key or for the one in use. The key stays where it is; a new one waits
    /// beside the one in use until its certificate is installed, and asking again is for the same one.
    ///
    /// - Throws: `CertificateFailure` or `StoreError`.
    public func request(sameKey: Bool) throws -> (receipt: CertificateRequested, pem: String) {
        try requireOwner()
        let key = sameKey ? configuration.privateKey.path : pendingKey
        let exists = FileManager.default.fileExists(atPath: key)
        let text: String
        if sameKey || exists {
            try PrivateFile.requireOwnerOnly(key)
            text = try PrivateFile.text(key)
        } else {
            text = CertificateRequest.newKeyPEM()
        }
        let request = try CertificateRequest(node: configuration.node, privateKeyPEM: text)
        if !sameKey, !exists { try PrivateFile.create(key, mode: 0o600, text: text) }
        return (
            CertificateRequested(
                node: configuration.node, key: key, keyDigest: request.keyDigest, isRepeated: !sameKey && exists),
            request.pem
        )
    }

    /// Puts a certificate from the authority in place of the one in use, after making sure that neighbours will
    /// believe it.
    ///
    /// - Throws: `CertificateFailure` with nothing changed, or `StoreError`.
    public func install(_ file: URL, dryRun: Bool) async throws -> CertificateInstalled {
        try requireOwner()
        let text = try PrivateFile.text(file.path)
        let files = CredentialFiles(configuration)
        let (credentials, newKey) = try fitting(text)
        guard credentials.identity.node == configuration.node else {
            throw CertificateFailure(.otherNode, credentials.identity.node.text)
        }
        let chain = try CertificateFitness.certificates(inPEM: text)
        // An unusable list is told by status; it keeps nobody from renewing.
        let lists = (try? files.revocationLists(for: credentials)) ?? []
        let fitness = CertificateFitness(roots: credentials.roots, revocations: lists, now: SystemClock.date)
        if let problem = await fitness.problem(chain) { throw problem }
        try credentials.requireServable()
        let kept =
            dryRun
            ? []
            : try CertificateReplacement(certificate: files.certificate, key: files.key).install(
                text, newKey: newKey)
        return CertificateInstalled(
            card: try CertificateCard(chain[0], of: configuration.node, configuration.name, isOwn: true),
            file: files.certificate, kept: kept, hasNewKey: newKey != nil, isDryRun: dryRun)
    }

    /// The credentials that `text` makes with the key that waits, or with the one in use.
    private func fitting(_ text: String) throws -> (TLSCredentials, newKey: String?) {
        let authority = try PrivateFile.text(configuration.authority.path)
        for key in [pendingKey, configuration.privateKey.path] where FileManager.default.fileExists(atPath: key) {
            let isNew = key == pendingKey
            try PrivateFile.requireOwnerOnly(key)
            let keyText = try PrivateFile.text(key)
            do {
                let credentials = try TLSCredentials(
                    certificateChainPEM: text, privateKeyPEM: keyText, authorityPEM: authority)
                return (credentials, isNew ? keyText : nil)
            } catch {
                guard error.code == .keyMismatch else { throw error }
            }
        }
        throw CertificateFailure(.keyMismatch, configuration.privateKey.path)
    }

    /// Keys made by root could not be read by the service.
    private func requireOwner() throws {
        try DataFolder(configuration.privateKey.deletingLastPathComponent()).requireOwner()
    }
}
