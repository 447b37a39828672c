import Federation
import Foundation
import NodeService
import Testing
import X509

/// Every refused handshake, by real sockets: the client fails with a stable code, the server says
/// in its log which of the reasons it was.
@Suite struct HandshakeTests {
    enum Client: String, CaseIterable {
        case foreign, expired, notYetValid

        func credentials(_ federation: TestFederation, _ node: NodeName) throws -> TLSCredentials {
            switch self {
            case .foreign: try federation.foreign(node)
            case .expired: try federation.expired(node)
            case .notYetValid: try federation.notYetValid(node)
            }
        }

        var event: String {
            switch self {
            case .foreign: "tls-unknown-ca"
            case .expired: "tls-expired"
            case .notYetValid: "tls-not-yet-valid"
            }
        }
    }

    @Test("A client with a bad certificate is refused and its reason logged", arguments: Client.allCases)
    func clientRefused(_ client: Client) async throws {
        let federation = try TestFederation()
        let server = try federation.name("server.test")
        let node = try federation.name("client.test")
        let bad = try client.credentials(federation, node)
        try await RunningServer.with(try federation.credentials(server)) { running in
            let endpoint = PeerEndpoint(node: server, host: "127.0.0.1", port: running.port)
            let code = try await withClient(endpoint, bad) { await $0.failure() }
            #expect(code == .refusedByPeer)
            #expect(await running.log.waitFor(client.event))
            #expect(running.log.events().filter { $0.hasPrefix("tls-") }.allSatisfy { $0 == client.event })
            #expect(running.source.requests.isEmpty)
        }
    }

    @Test("curl without certificate and curl with TLS 1.2 get nothing; with its certificate it does")
    func curlMatrix() async throws {
        let federation = try TestFederation()
        let server = try federation.name("server.test")
        let node = try federation.name("client.test")
        try await withTemporaryFolder { path in
            let folder = try CertificateFolder(path: path)
            try folder.write(federation.authority)
            try folder.write(try federation.issue(node), for: node)
            try await RunningServer.with(try federation.credentials(server)) { running in
                let curl = Curl(folder: path, client: node.text, server: server, port: running.port)
                let good = try await curl.get("/log/common/2026/checkpoint")
                #expect(good.status == "200" && good.body == "checkpoint one\n")

                let bare = try await curl.request("/log/common/2026/checkpoint", [])
                #expect(bare.status == "000" && bare.exit != 0)
                #expect(await running.log.waitFor("tls-no-client-certificate"))

                let old = try await curl.get("/log/common/2026/checkpoint", ["--tls-max", "1.2"])
                #expect(old.status == "000" && old.exit != 0)
                #expect(await running.log.waitFor("tls-version"))
            }
        }
    }

    @Test("openssl s_client agrees: TLS 1.3 handshake completes, TLS 1.2 does not")
    func opensslClient() async throws {
        let federation = try TestFederation()
        let server = try federation.name("server.test")
        let node = try federation.name("client.test")
        try await withTemporaryFolder { path in
            let folder = try CertificateFolder(path: path)
            try folder.write(federation.authority)
            try folder.write(try federation.issue(node), for: node)
            try await RunningServer.with(try federation.credentials(server)) { running in
                func handshake(_ version: String) async throws -> Tool.Result {
                    try await Tool.run([
                        "openssl", "s_client", "-connect", "127.0.0.1:\(running.port)", "-servername", server.text,
                        "-verify_hostname", server.text, "-verify_return_error", "-CAfile", "\(path)/ca.pem",
                        "-cert", "\(path)/\(node.text).pem", "-key", "\(path)/\(node.text).key", version,
                    ])
                }
                let new = try await handshake("-tls1_3")
                #expect(new.status == 0 && new.output.contains("Verify return code: 0 (ok)"))
                let old = try await handshake("-tls1_2")
                #expect(old.status != 0)
                #expect(await running.log.waitFor("tls-version"))
            }
        }
    }

    enum Server: String, CaseIterable {
        case foreign, expired, notYetValid, otherMember, otherURI, otherKey

        var code: TransportFailure.Code {
            switch self {
            case .foreign: .tlsUntrusted
            case .expired, .notYetValid: .tlsExpired
            case .otherMember, .otherURI, .otherKey: .tlsWrongPeer
            }
        }
    }

    @Test("A client refuses a server that cannot prove to be the peer meant", arguments: Server.allCases)
    func serverRefused(_ kind: Server) async throws {
        let federation = try TestFederation()
        let name = try federation.name("server.test")
        let other = try federation.name("other.test")
        let good = try federation.credentials(name)
        let credentials =
            switch kind {
            case .foreign: try federation.foreign(name)
            case .expired: try federation.expired(name)
            case .notYetValid: try federation.notYetValid(name)
            case .otherMember: try federation.credentials(other)
            case .otherURI:
                // Passes the host name check, but the node is another one.
                try federation.credentials(
                    try federation.issue(names: [
                        .dnsName("server.test"), .dnsName("other.test"),
                        .uniformResourceIdentifier("tongzhou://other.test"),
                    ]))
            case .otherKey: try federation.credentials(name)
            }
        try await RunningServer.with(credentials) { running in
            let endpoint = PeerEndpoint(
                node: name, host: "127.0.0.1", port: running.port,
                pinnedKey: kind == .otherKey ? good.identity.keyDigest : nil)
            let client = try federation.credentials(try federation.name("client.test"))
            #expect(try await withClient(endpoint, client) { await $0.failure() } == kind.code)
            #expect(running.source.requests.isEmpty)
        }
    }

    @Test("The pinned key opens")
    func pinnedKeyMatches() async throws {
        let federation = try TestFederation()
        let name = try federation.name("server.test")
        let credentials = try federation.credentials(name)
        try await RunningServer.with(credentials) { running in
            let endpoint = PeerEndpoint(
                node: name, host: "127.0.0.1", port: running.port, pinnedKey: credentials.identity.keyDigest)
            let client = try federation.credentials(try federation.name("client.test"))
            #expect(try await withClient(endpoint, client) { await $0.failure() } == nil)
        }
    }

    @Test("A connection that never speaks is closed and logged")
    func silentConnection() async throws {
        let federation = try TestFederation()
        let credentials = try federation.credentials(try federation.name("server.test"))
        try await RunningServer.with(credentials, configure: { $0.handshakeTimeout = .milliseconds(200) }) {
            running in
            // Bash opens the connection, sends nothing, and reads until the server hangs up.
            let silent = try await Tool.run([
                "timeout", "30", "bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/\(running.port); cat <&3 >/dev/null",
            ])
            #expect(silent.status != 124)
            #expect(await running.log.waitFor("tls-timeout"))
        }
    }

    @Test("Renewed credentials are shown to new connections without a restart")
    func replacedCredentials() async throws {
        let federation = try TestFederation()
        let name = try federation.name("server.test")
        let client = try federation.credentials(try federation.name("client.test"))
        let renewed = try federation.credentials(name)
        try await RunningServer.with(try federation.expired(name)) { running in
            let endpoint = PeerEndpoint(node: name, host: "127.0.0.1", port: running.port)
            #expect(try await withClient(endpoint, client) { await $0.failure() } == .tlsExpired)
            try running.server.replaceCredentials(renewed)
            #expect(try await withClient(endpoint, client) { await $0.failure() } == nil)
        }
    }
}
