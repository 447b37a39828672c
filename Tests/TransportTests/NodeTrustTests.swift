import Federation
import Foundation
import Testing

@testable import NodeService

/// Files that change under a running node: what is sound is taken, what is not is told.
@Suite struct NodeTrustTests {
    /// A folder with a node's files and its authority.
    private struct Place {
        let federation: TestFederation
        let node: NodeName
        let files: CredentialFiles
        let trust = NodeTrust()
        let authority: OpenSSLAuthority

        init(_ path: String) throws {
            federation = try TestFederation()
            node = try federation.name("a.test")
            authority = try OpenSSLAuthority(federation.authority, in: path)
            files = CredentialFiles(
                node: node, certificate: "\(path)/node.pem", key: "\(path)/node.key",
                authority: "\(path)/authority.pem", revocations: "\(path)/list.pem")
        }

        func write(_ issued: IssuedCertificate) throws {
            try Data(issued.certificatePEM.utf8).write(to: URL(filePath: files.certificate))
            try writeKey(issued)
        }

        func writeKey(_ issued: IssuedCertificate) throws {
            try? FileManager.default.removeItem(atPath: files.key)
            try PrivateFile.create(files.key, mode: 0o600, text: issued.privateKeyPEM)
        }

        func write(list: String) throws { try Data(list.utf8).write(to: URL(filePath: files.revocations ?? "")) }

        /// Two looks, as the files have to stand still between them.
        func look() async -> TLSCredentials? {
            _ = await trust.refresh(files, now: Date())
            return await trust.refresh(files, now: Date())
        }

        var codes: [String] {
            let now = Timestamp(secondsSinceEpoch: Int64(Date().timeIntervalSince1970))
            return trust.conditions(of: node, now: now).map(\.code.rawValue)
        }
    }

    @Test("A renewed pair is used, half a pair is told and the old one stays")
    func renewal() async throws {
        try await withTemporaryFolder { path in
            let place = try Place(path)
            func issue(_ days: Double) throws -> IssuedCertificate {
                try place.federation.authority.issue(
                    node: place.node, notBefore: Date() - 60, notAfter: Date() + days * TestFederation.day)
            }
            try place.write(list: try await place.authority.list())
            let first = try issue(100)
            try place.write(first)
            try place.trust.load(place.files, now: Date())
            let old = try place.federation.credentials(first).identity
            #expect(await place.look() == nil)
            #expect(place.trust.credentials?.identity == old && place.codes.isEmpty)

            let second = try issue(200)
            try Data(second.certificatePEM.utf8).write(to: URL(filePath: place.files.certificate))
            #expect(await place.trust.refresh(place.files, now: Date()) == nil, "not while files are being written")
            #expect(place.codes.isEmpty)
            #expect(await place.look() == nil)
            #expect(place.trust.credentials?.identity == old && place.codes == ["CRT-09"])

            try place.writeKey(second)
            let renewed = try place.federation.credentials(second).identity
            #expect(await place.look()?.identity == renewed)
            #expect(place.codes.isEmpty)

            try Data("nonsense".utf8).write(to: URL(filePath: place.files.certificate))
            #expect(await place.look() == nil)
            #expect(place.trust.credentials?.identity == renewed && place.codes == ["CRT-09"])

            let other = try place.federation.issue(try place.federation.name("b.test"))
            try place.write(other)
            #expect(await place.look() == nil)
            #expect(place.trust.credentials?.identity == renewed && place.codes == ["CRT-09"])
        }
    }

    @Test("The last good list stays: not one that is missing, unsigned, older or outdated")
    func lists() async throws {
        try await withTemporaryFolder { path in
            let place = try Place(path)
            let own = try place.federation.authority.issue(
                node: place.node, notBefore: Date() - 60, notAfter: Date() + 100 * TestFederation.day)
            let revoked = try place.federation.issue(try place.federation.name("b.test"))
            let chain = try place.federation.credentials(revoked).chain[0]
            try place.write(own)
            let old = try await place.authority.list(last: "20250101000000Z", next: "20990101000000Z")
            let stale = try await place.authority.list(last: "20260101000000Z", next: "20260201000000Z")
            try place.write(list: old)
            try place.trust.load(place.files, now: Date())
            #expect(place.trust.credentials?.isRevoked(chain) == false)
            #expect(place.codes.isEmpty)

            // Newer than the one in use, but nobody may rely on it any more.
            try place.write(list: stale)
            #expect(
                await place.look()?.revocations.map(\.thisUpdate)
                    == place.trust.credentials?.revocations.map(\.thisUpdate))
            #expect(place.codes == ["CRT-10"])

            try await place.authority.revoke(revoked)
            try place.write(list: try await place.authority.list())
            #expect(await place.look()?.isRevoked(chain) == true)
            #expect(place.codes.isEmpty)

            let foreign = try OpenSSLAuthority(place.federation.stranger, named: "stranger", in: path)
            for bad in [old, try await foreign.list(), "nonsense", ""] {
                try place.write(list: bad)
                _ = await place.look()
                #expect(place.codes == ["CRT-10"], "\(bad)")
                #expect(place.trust.credentials?.isRevoked(chain) == true)
            }
            try FileManager.default.removeItem(atPath: place.files.revocations ?? "")
            _ = await place.look()
            #expect(place.codes == ["CRT-10"])
            #expect(place.trust.credentials?.isRevoked(chain) == true)

            // With nothing better at hand an outdated list still holds.
            let fresh = NodeTrust()
            try place.write(
                list: try await place.authority.list(last: "20260101000000Z", next: "20260201000000Z"))
            try fresh.load(place.files, now: Date())
            #expect(fresh.credentials?.isRevoked(chain) == true)
            let now = Timestamp(secondsSinceEpoch: Int64(Date().timeIntervalSince1970))
            #expect(fresh.conditions(of: place.node, now: now).map(\.code.rawValue) == ["CRT-11"])
        }
    }

    @Test(
        "Ends are announced 60, 30 and 7 days ahead, louder each time",
        arguments: [
            (61, nil, nil), (59, "CRT-01 notice", "CRT-05 notice"), (31, "CRT-01 notice", "CRT-05 notice"),
            (29, "CRT-03 attention", "CRT-06 attention"), (8, "CRT-03 attention", "CRT-06 attention"),
            (6, "CRT-04 error", "CRT-07 error"), (0, "CRT-02 error", "CRT-08 error"),
        ] as [(Int64, String?, String?)])
    func announced(_ days: Int64, _ own: String?, _ peers: String?) throws {
        let federation = try TestFederation()
        let node = try federation.name("a.test")
        let identity = try federation.credentials(node).identity
        let end = Int64(identity.notAfter.timeIntervalSince1970)
        let now = Timestamp(secondsSinceEpoch: end - days * 86_400)
        func said(_ code: ConditionCode?) -> String? { code.map { "\($0.rawValue) \($0.severity.rawValue)" } }
        let stage = CertificateStage(end: identity.notAfter, now: now)
        #expect(said(stage?.own) == own)
        #expect(said(stage?.peer) == peers)
        let trust = NodeTrust()
        trust.saw(identity)
        let other = try federation.name("b.test")
        #expect(
            trust.conditions(of: other, now: now).map { said($0.code) }
                == (peers.map { [$0] } ?? []))
    }
}
