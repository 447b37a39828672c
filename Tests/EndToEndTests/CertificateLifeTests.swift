import Foundation
import Testing

extension EndToEnd {
    /// Certificates end, are renewed and taken back while nodes run.
    @Suite struct CertificateLifeTests {
        /// Expiry never keeps a node from starting or from writing down what its people know.
        @Test func aNodeWithAnExpiredCertificateStartsImportsAndSaysSo() async throws {
            let federation = try await TestFederation()
            let node = federation.chongqing
            let expired = try await Stranger(scratch: federation.scratch).expired(
                node.name, authority: federation.scratch("certs"))
            try copy(expired.certificate, federation.certificate(node))
            try copy(expired.key, federation.key(node))
            try await federation.start(node, federation.hunan)
            try await node.register("written")
            try await node.done("agreements")
            #expect(try await node.ownSize("common") == 2)
            try await Eventually.holds("both sides say so: \(node.log) \(federation.hunan.log)") {
                let own = try await node.conditions()
                let other = try await federation.hunan.conditions()
                return own.contains("CRT-02 \(node.name)") && own.contains("NET-02 430000.tongzhou.test/common/1")
                    && other.contains("NET-03 \(node.name)/common/1")
            }
            #expect(node.log.contains(" CRT-02 "), "\(node.log)")

            // A new certificate in its place is enough: no restart, and the neighbours follow again.
            let began = node.pid
            try await renew(node, federation)
            try await federation.mirrored("\(node.name)/common/1", 2, at: federation.hunan)
            #expect(node.pid == began && node.log.contains(" credentials-replaced "), "\(node.log)")
            try await Eventually.holds("nothing is left to say about certificates") {
                try await !node.conditions().contains { $0.hasPrefix("CRT-") }
            }
            try await federation.stop()
        }

        @Test func aRevokedCertificateIsShutOutWithoutARestart() async throws {
            let federation = try await TestFederation()
            let (node, hunan, centre) = (federation.chongqing, federation.hunan, federation.centre)
            let list = federation.scratch("certs/list.pem")
            let text = Run.text(node.config)
            try #require(text.contains("  authority:"))
            try Data(text.replacing("  authority:", with: "  revocations: \(list)\n  authority:").utf8).write(
                to: URL(filePath: node.config))
            try await revocations(federation, list, revoking: [])
            try await federation.start(node, hunan, centre)
            for reader in [hunan, centre] { try await federation.mirrored("\(node.name)/common/1", 1, at: reader) }
            try await federation.mirrored("\(hunan.name)/common/1", 1, at: node)

            try await revocations(federation, list, revoking: [federation.certificate(hunan)])
            try await Eventually.holds("Hunan is shut out in both directions: \(node.log)") {
                let own = try await node.conditions()
                let other = try await hunan.conditions()
                return own.contains("NET-03 \(hunan.name)/common/1") && other.contains("NET-02 \(node.name)/common/1")
            }
            #expect(node.log.contains(" tls-revoked ") && node.log.contains(" peer-tls-revoked "), "\(node.log)")
            try await node.register("after")
            try await federation.mirrored("\(node.name)/common/1", 2, at: centre)
            #expect(try await hunan.peer("\(node.name)/common/1")["verified"].number == 1)

            // An unusable list takes nothing back.
            try Data("nonsense".utf8).write(to: URL(filePath: list))
            try await Eventually.holds("the list is told") {
                try await node.conditions().contains("CRT-10 \(node.name)")
            }
            #expect(try await node.conditions().contains("NET-03 \(hunan.name)/common/1"))

            // Hunan gets a new certificate; the old one stays revoked.
            try await revocations(federation, list, revoking: [])
            try await renew(hunan, federation)
            try await federation.mirrored("\(node.name)/common/1", 2, at: hunan)
            try await Eventually.holds("Chongqing follows again") {
                try await !node.conditions().contains { $0.hasPrefix("NET-") || $0.hasPrefix("CRT-") }
            }
            try await federation.stop()
        }

        private func copy(_ source: String, _ target: String) throws {
            let data = try Data(contentsOf: URL(filePath: source))
            try data.write(to: URL(filePath: target))
        }

        /// Another certificate of the same authority, put over the old one as an operator would.
        private func renew(_ node: TestNode, _ federation: TestFederation) async throws {
            let folder = federation.scratch("renewed-\(node.code)")
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            for file in ["ca.pem", "ca.key"] {
                try FileManager.default.copyItem(
                    atPath: federation.scratch("certs/\(file)"), toPath: "\(folder)/\(file)")
            }
            try await Run.done(["certs", "--folder", folder, node.name])
            try copy("\(folder)/\(node.name).pem", federation.certificate(node))
            try copy("\(folder)/\(node.name).key", federation.key(node))
        }

        /// Has the authority revoke certificates, besides those it has revoked before, and publish its list.
        private func revocations(_ federation: TestFederation, _ list: String, revoking: [String]) async throws {
            let folder = federation.scratch("records")
            if !FileManager.default.fileExists(atPath: folder) {
                try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
                try Data().write(to: URL(filePath: "\(folder)/index"))
                try Data("01\n".utf8).write(to: URL(filePath: "\(folder)/number"))
                let settings = """
                    [ca]
                    default_ca = one
                    [one]
                    database = \(folder)/index
                    crlnumber = \(folder)/number
                    default_md = sha256
                    default_crl_days = 7
                    crl_extensions = list
                    [list]
                    authorityKeyIdentifier = keyid:always
                    """
                try Data(settings.utf8).write(to: URL(filePath: "\(folder)/ca.cnf"))
            }
            let authority = [
                "-config", "\(folder)/ca.cnf", "-cert", federation.authority, "-keyfile",
                federation.scratch("certs/ca.key"),
            ]
            for certificate in revoking {
                try await openssl(["ca", "-batch", "-revoke", certificate] + authority)
            }
            try await openssl(["ca", "-batch", "-gencrl", "-out", list] + authority)
        }

        private func openssl(_ arguments: [String]) async throws {
            let result = try await Run.program("openssl", arguments)
            guard result.exitCode == 0 else { throw TestProblem("openssl \(arguments): \(result)") }
        }
    }
}
