import Federation
import Foundation
import Testing

@testable import NodeService

/// Everything that may be wrong with a certificate (fault F12), shown to us by OpenSSL, as a client and as a server:
/// nothing is served, nothing is asked, and the reason has its own name.
@Suite struct CertificateMatrixTests {
    private typealias Make = MatrixAuthority.Make

    private struct Row: Sendable {
        let what: String
        var make = Make()
        /// Further options of `openssl s_client` and `s_server`.
        var options = ["-tls1_3"]
        /// The line in our log when a client shows it; `nil`: it is served.
        let event: String?
        /// What it is to our client when a server shows it; `nil`: it is asked.
        let code: TransportFailure.Code?
    }

    private static let rows: [Row] = [
        Row(what: "sound", event: nil, code: nil),
        Row(
            what: "sound-rsa", make: Make(key: ["RSA", "rsa_keygen_bits:2048"], issuer: "rsa-ca"), event: nil, code: nil
        ),
        Row(what: "sound-p384", make: Make(key: ["EC", "ec_paramgen_curve:P-384"]), event: nil, code: nil),
        Row(what: "other-authority", make: Make(issuer: "other-ca"), event: "tls-unknown-ca", code: .tlsUntrusted),
        Row(what: "self-signed", make: Make(issuer: ""), event: "tls-unknown-ca", code: .tlsUntrusted),
        Row(what: "of-a-member", make: Make(issuer: "sound"), event: "tls-unknown-ca", code: .tlsUntrusted),
        Row(what: "expired", make: Make(days: (-20, -2)), event: "tls-expired", code: .tlsExpired),
        Row(what: "early", make: Make(days: (2, 20)), event: "tls-not-yet-valid", code: .tlsExpired),
        Row(what: "revoked", event: "tls-revoked", code: .tlsRevoked),
        Row(what: "other-name", make: Make(dnsName: "other.test"), event: "identity-mismatch", code: .tlsWrongPeer),
        Row(
            what: "rsa-1024", make: Make(key: ["RSA", "rsa_keygen_bits:1024"]), event: "identity-weak",
            code: .tlsWrongPeer),
        // TLS 1.3 has no signatures with such keys: OpenSSL shows none, or breaks off.
        Row(
            what: "p224", make: Make(key: ["EC", "ec_paramgen_curve:P-224"]), event: "tls-no-client-certificate",
            code: .refusedByPeer),
        Row(
            what: "p192", make: Make(key: ["EC", "ec_paramgen_curve:P-192"]), event: "tls-no-client-certificate",
            code: .refusedByPeer),
        Row(what: "sha1", make: Make(digest: "sha1"), event: "identity-weak", code: .tlsWrongPeer),
        Row(
            what: "sha1-rsa", make: Make(digest: "sha1", issuer: "rsa-ca"), event: "identity-weak", code: .tlsWrongPeer),
        Row(what: "only-server", make: Make(usages: "serverAuth"), event: "tls-certificate-refused", code: nil),
        Row(what: "only-client", make: Make(usages: "clientAuth"), event: nil, code: .tlsUntrusted),
        Row(
            what: "neither", make: Make(usages: "codeSigning"), event: "tls-certificate-refused", code: .tlsUntrusted),
        Row(what: "tls12", options: ["-tls1_2"], event: "tls-version", code: .refusedByPeer),
    ]

    @Test func eachIsRefusedInBothDirectionsByItsName() async throws {
        let federation = try TestFederation()
        let node = try federation.name("one.test")
        try await withTemporaryFolder { path in
            var authority = try MatrixAuthority(in: path)
            for row in Self.rows { try authority.issue(row.what, for: node.text, row.make) }
            try authority.issue("own", for: "own.test", Make())
            authority.revoke("revoked")
            try await authority.make()
            let files = authority
            var own = try TLSCredentials(
                certificateChainPEM: files.text("own.pem"), privateKeyPEM: files.text("own.key"),
                authorityPEM: files.trusted())
            own.revocations = try RevocationList.lists(in: Array(try files.text("revoked.crl").utf8), roots: own.roots)
            let credentials = own
            try await RunningServer.with(credentials) { running in
                for row in Self.rows { try await Self.client(row.what, Self.shown(row, files), row.event, running) }
                try await Self.client("nothing", ["-tls1_3"], "tls-no-client-certificate", running)
            }
            for row in Self.rows {
                try await OpenSSLServer.with(Self.shown(row, files)) { port in
                    let endpoint = PeerEndpoint(node: node, host: "127.0.0.1", port: port)
                    // What OpenSSL answers is no checkpoint; that it was asked is enough.
                    let failure = try await withClient(endpoint, credentials) { await $0.failure() }
                    #expect(failure == row.code || row.code == nil && failure == .protocol, "\(row.what)")
                }
            }
        }
    }

    private static func shown(_ row: Row, _ files: MatrixAuthority) -> [String] {
        [
            "-cert", files.file(row.what, "pem"), "-cert_chain", files.file(row.what, "chain"), "-key",
            files.file(row.what, "key"), "-cipher", "DEFAULT@SECLEVEL=0",
        ] + row.options
    }

    /// Asks for the checkpoint of the common log by `openssl s_client`; `event` is what our log says anew.
    private static func client(_ what: String, _ options: [String], _ event: String?, _ running: RunningServer)
        async throws
    {
        let (before, asked) = (running.log.events().count, running.source.requests.count)
        let request = "GET /log/common/2026/checkpoint HTTP/1.1\\r\\nHost: own.test\\r\\nConnection: close\\r\\n\\r\\n"
        let arguments = (["-connect", "127.0.0.1:\(running.port)", "-servername", "own.test"] + options).joined(
            separator: " ")
        let got = try await Tool.run([
            "bash", "-c", "printf '\(request)' | timeout 60 openssl s_client -ign_eof -quiet \(arguments)",
        ])
        guard let event else {
            #expect(got.output.hasPrefix("HTTP/1.1 200"), "\(what): \(got)")
            return
        }
        #expect(!got.output.contains("200"), "\(what): \(got)")
        let deadline = ContinuousClock.now + .seconds(60)
        while running.log.events().count == before, ContinuousClock.now < deadline {
            try await Task.sleep(for: .milliseconds(20))
        }
        #expect(Set(running.log.events().dropFirst(before)) == [event], "\(what): \(got)")
        #expect(running.source.requests.count == asked, "\(what)")
    }
}
