import Federation
import Foundation
import NodeService
import SwiftASN1
import Testing
import X509

@testable import NodeService

/// What a revoked certificate still gets: nothing, in either direction, also on connections that are open.
@Suite struct RevocationTests {
    /// `credentials` with the list in which `revoked` stand.
    private func honouring(
        _ federation: TestFederation, _ credentials: TLSCredentials, _ revoked: [IssuedCertificate]
    ) async throws -> TLSCredentials {
        try await withTemporaryFolder { path in
            let authority = try OpenSSLAuthority(federation.authority, in: path)
            for certificate in revoked { try await authority.revoke(certificate) }
            var honouring = credentials
            honouring.revocations = try RevocationList.lists(
                in: Array(try await authority.list().utf8), roots: credentials.roots)
            return honouring
        }
    }

    @Test("A server turns a revoked client away and says so; others are served")
    func client() async throws {
        let federation = try TestFederation()
        let server = try federation.name("server.test")
        let bad = try federation.issue(try federation.name("bad.test"))
        let good = try federation.issue(try federation.name("good.test"))
        let credentials = try await honouring(federation, try federation.credentials(server), [bad])
        try await RunningServer.with(credentials) { running in
            let endpoint = PeerEndpoint(node: server, host: "127.0.0.1", port: running.port)
            let turnedAway = try await withClient(endpoint, try federation.credentials(bad)) { await $0.failure() }
            #expect(turnedAway == .refusedByPeer)
            #expect(await running.log.waitFor("tls-revoked"))
            #expect(running.source.requests.isEmpty)
            let served = try await withClient(endpoint, try federation.credentials(good)) { await $0.failure() }
            #expect(served == nil)
        }
    }

    @Test("A client does not speak to a revoked server")
    func server() async throws {
        let federation = try TestFederation()
        let server = try federation.name("server.test")
        let issued = try federation.issue(server)
        let client = try federation.credentials(try federation.name("client.test"))
        let honouring = try await honouring(federation, client, [issued])
        try await RunningServer.with(try federation.credentials(issued)) { running in
            let endpoint = PeerEndpoint(node: server, host: "127.0.0.1", port: running.port)
            let before = try await withClient(endpoint, client) { await $0.failure() }
            #expect(before == nil)
            let asked = running.source.requests.count
            let after = try await withClient(endpoint, honouring) { await $0.failure() }
            #expect(after == .tlsRevoked)
            #expect(running.source.requests.count == asked)
        }
    }

    @Test("A parked request of a certificate that is revoked meanwhile is cut off; others stay parked")
    func connected() async throws {
        let federation = try TestFederation()
        let server = try federation.name("server.test")
        let bad = try federation.issue(try federation.name("bad.test"))
        let good = try federation.issue(try federation.name("good.test"))
        let credentials = try federation.credentials(server)
        let after = try await honouring(federation, credentials, [bad])
        try await RunningServer.with(credentials) { running in
            let endpoint = PeerEndpoint(node: server, host: "127.0.0.1", port: running.port)
            let badClient = try LogClient(peer: endpoint, credentials: federation.credentials(bad))
            let goodClient = try LogClient(peer: endpoint, credentials: federation.credentials(good))
            async let cut = Self.parked(badClient)
            async let kept = Self.parked(goodClient)
            while running.source.parked < 2 { try await Task.sleep(for: .milliseconds(10)) }
            let clock = ContinuousClock()
            let began = clock.now
            try running.server.replaceCredentials(after)
            #expect(await cut == .refusedByPeer)
            #expect(clock.now - began < .seconds(10), "long before the 20 seconds it asked for")
            running.source.publish("two")
            #expect(await kept == nil)
            await badClient.shutdown()
            await goodClient.shutdown()
        }
    }

    /// The failure of a request that waits up to 20 seconds for a change.
    private static func parked(_ client: LogClient) async -> TransportFailure.Code? {
        do {
            _ = try await client.get(
                channel: "common", epoch: "2026", path: "checkpoint", limit: 1 << 20, ifNoneMatch: "one",
                waitSeconds: 20)
            return nil
        } catch {
            return error.code
        }
    }
}
