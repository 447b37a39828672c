import Federation
import Foundation

@testable import NodeService

/// The federation's authority in OpenSSL's hands: revokes certificates and writes revocation lists.
struct OpenSSLAuthority {
    let folder: String
    private let name: String

    /// - Parameter folder: gets `<name>.pem`, `<name>.key` and the authority's records.
    init(_ authority: DevelopmentAuthority, named name: String = "authority", in folder: String) throws {
        self.folder = folder
        self.name = name
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try Data(authority.certificatePEM.utf8).write(to: URL(filePath: file("pem")))
        try Data(authority.privateKeyPEM.utf8).write(to: URL(filePath: file("key")))
        try Data().write(to: URL(filePath: file("index")))
        try Data("01\n".utf8).write(to: URL(filePath: file("number")))
    }

    private func file(_ ending: String) -> String { "\(folder)/\(name).\(ending)" }

    private func settings(_ extensions: String) throws -> String {
        let text = """
            [ca]
            default_ca = one
            [one]
            database = \(file("index"))
            crlnumber = \(file("number"))
            default_md = sha256
            crl_extensions = list
            [list]
            \(extensions)
            """
        try Data(text.utf8).write(to: URL(filePath: file("cnf")))
        return file("cnf")
    }

    func revoke(_ certificate: IssuedCertificate) async throws {
        let path = file("revoked")
        try Data(certificate.certificatePEM.utf8).write(to: URL(filePath: path))
        try await openssl(["ca", "-config", try settings(""), "-revoke", path])
    }

    /// A new list as PEM, good for `days`; with `last` and `next` (`YYYYMMDDHHMMSSZ`) at other times.
    func list(
        days: Int = 7, last: String? = nil, next: String? = nil,
        extensions: String = "authorityKeyIdentifier = keyid:always"
    ) async throws -> String {
        let out = file("crl")
        var arguments = ["ca", "-config", try settings(extensions), "-gencrl", "-out", out]
        if let last, let next {
            arguments += ["-crl_lastupdate", last, "-crl_nextupdate", next]
        } else {
            arguments += ["-crldays", "\(days)"]
        }
        try await openssl(arguments)
        return String(decoding: try Data(contentsOf: URL(filePath: out)), as: UTF8.self)
    }

    private func openssl(_ arguments: [String]) async throws {
        let result = try await Tool.run(
            ["openssl"] + arguments + ["-cert", file("pem"), "-keyfile", file("key"), "-batch"])
        guard result.status == 0 else { throw CertificateFailure(.unissuable, result.errors) }
    }
}
