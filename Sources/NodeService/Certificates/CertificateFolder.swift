public import Federation
import Foundation

/// A folder with the certificates of one machine: `ca.pem`, `ca.key`, `<node>.pem`, `<node>.key`.
///
/// The folder has mode 0700, keys 0600, certificates 0644. Nothing is ever overwritten.
public struct CertificateFolder: Sendable {
    public let path: String

    /// Creates the folder, or takes an existing one that only its owner may enter.
    ///
    /// - Throws: `CertificateFailure` with code `unwritable`, `unreadable` or `too-open`.
    public init(path: String) throws(CertificateFailure) {
        self.path = path
        do {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw CertificateFailure(.unwritable, "\(path): \(error)")
        }
        guard try PrivateFile.permissions(path) & 0o077 == 0 else {
            throw CertificateFailure(.tooOpen, "\(path) must have mode 0700")
        }
    }

    /// Writes `ca.pem` and `ca.key`.
    ///
    /// - Throws: `CertificateFailure` with code `exists` or `unwritable`.
    public func write(_ authority: DevelopmentAuthority) throws(CertificateFailure) {
        try writePair("ca", certificate: authority.certificatePEM, key: authority.privateKeyPEM)
    }

    /// Writes `<node>.pem` and `<node>.key`.
    ///
    /// - Throws: `CertificateFailure` with code `exists` or `unwritable`.
    public func write(_ issued: IssuedCertificate, for node: NodeName) throws(CertificateFailure) {
        try writePair(node.text, certificate: issued.certificatePEM, key: issued.privateKeyPEM)
    }

    /// Reads the authority back, to issue more certificates.
    ///
    /// - Throws: `CertificateFailure` with code `unreadable`, `too-open`, `malformed` or `key-mismatch`.
    public func authority() throws(CertificateFailure) -> DevelopmentAuthority {
        try PrivateFile.requireOwnerOnly(file("ca.key"))
        return try DevelopmentAuthority(
            certificatePEM: PrivateFile.text(file("ca.pem")),
            privateKeyPEM: PrivateFile.text(file("ca.key")))
    }

    /// Reads one node's credentials.
    ///
    /// - Throws: `CertificateFailure`; see ``TLSCredentials``.
    public func credentials(for node: NodeName) throws(CertificateFailure) -> TLSCredentials {
        try TLSCredentials(
            certificateFile: file("\(node.text).pem"),
            keyFile: file("\(node.text).key"),
            authorityFile: file("ca.pem"))
    }

    private func writePair(_ stem: String, certificate: String, key: String) throws(CertificateFailure) {
        for name in ["\(stem).pem", "\(stem).key"] where FileManager.default.fileExists(atPath: file(name)) {
            throw CertificateFailure(.exists, file(name))
        }
        try PrivateFile.create(file("\(stem).key"), mode: 0o600, text: key)
        try PrivateFile.create(file("\(stem).pem"), mode: 0o644, text: certificate)
    }

    private func file(_ name: String) -> String {
        path + "/" + name
    }
}
