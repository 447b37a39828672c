import Foundation
import NodeService
import Testing

@Suite struct CertificateFolderTests {
    private func mode(_ path: String) throws -> Int {
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        return (attributes[.posixPermissions] as? NSNumber)?.intValue ?? -1
    }

    @Test("Folder 0700, keys 0600; read back, the authority issues what the node can load")
    func writeAndReadBack() async throws {
        let federation = try TestFederation()
        let node = try federation.name("a.test")
        try await withTemporaryFolder { path in
            let folder = try CertificateFolder(path: path)
            try folder.write(federation.authority)
            let issued = try folder.authority().issue(
                node: node, notBefore: Date() - 60, notAfter: Date() + 3600)
            try folder.write(issued, for: node)
            #expect(try mode(path) == 0o700)
            #expect(try mode("\(path)/ca.key") == 0o600)
            #expect(try mode("\(path)/a.test.key") == 0o600)
            #expect(try folder.credentials(for: node).identity.node == node)
        }
    }

    @Test("Nothing is overwritten, and half a pair already blocks the other half")
    func neverOverwrites() async throws {
        let federation = try TestFederation()
        let node = try federation.name("a.test")
        try await withTemporaryFolder { path in
            let folder = try CertificateFolder(path: path)
            try folder.write(try federation.issue(node), for: node)
            let before = try String(contentsOfFile: "\(path)/a.test.pem", encoding: .utf8)
            try FileManager.default.removeItem(atPath: "\(path)/a.test.key")
            #expect(throws: CertificateFailure(.exists, "")) {
                try folder.write(try federation.issue(node), for: node)
            }
            #expect(try String(contentsOfFile: "\(path)/a.test.pem", encoding: .utf8) == before)
            #expect(!FileManager.default.fileExists(atPath: "\(path)/a.test.key"))
        }
    }

    @Test("A key or folder open to others is refused")
    func tooOpen() async throws {
        let federation = try TestFederation()
        let node = try federation.name("a.test")
        try await withTemporaryFolder { path in
            let folder = try CertificateFolder(path: path)
            try folder.write(federation.authority)
            try folder.write(try federation.issue(node), for: node)
            try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: "\(path)/a.test.key")
            #expect(throws: CertificateFailure(.tooOpen, "")) { try folder.credentials(for: node) }
            try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
            #expect(throws: CertificateFailure(.tooOpen, "")) { try CertificateFolder(path: path) }
        }
    }
}
