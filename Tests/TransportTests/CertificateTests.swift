import Federation
import Foundation
import SwiftASN1
import Testing
import X509

@testable import NodeService

/// Certificates, judged by OpenSSL.
@Suite struct CertificateTests {
    @Test("OpenSSL verifies an issued certificate for both directions and reads the names we meant")
    func opensslAccepts() async throws {
        let federation = try TestFederation()
        let node = try federation.name("500000.tongzhou.test")
        try await withTemporaryFolder { path in
            let folder = try CertificateFolder(path: path)
            try folder.write(federation.authority)
            try folder.write(try federation.issue(node), for: node)
            let leaf = "\(path)/\(node.text).pem"
            for purpose in ["sslserver", "sslclient"] {
                let verdict = try await Tool.run([
                    "openssl", "verify", "-x509_strict", "-purpose", purpose, "-verify_hostname", node.text,
                    "-CAfile", "\(path)/ca.pem", leaf,
                ])
                #expect(verdict.status == 0, "\(verdict.output)\(verdict.errors)")
            }
            let text = try await Tool.run(["openssl", "x509", "-in", leaf, "-noout", "-text"]).output
            #expect(text.contains("DNS:500000.tongzhou.test, URI:tongzhou://500000.tongzhou.test\n"))
            #expect(!text.contains("IP Address"))
            #expect(text.contains("TLS Web Server Authentication, TLS Web Client Authentication"))
            #expect(text.contains("ASN1 OID: prime256v1"))
            #expect(text.contains("CA:FALSE"))
            let serial = try await Tool.run(["openssl", "x509", "-in", leaf, "-noout", "-serial"]).output
            #expect(serial.wholeMatch(of: /serial=[4-7][0-9A-F]{31}\n/) != nil)
        }
    }

    @Test("The key digest is the one OpenSSL computes of the SubjectPublicKeyInfo")
    func keyDigest() async throws {
        let federation = try TestFederation()
        let node = try federation.name("510000.tongzhou.test")
        let issued = try federation.issue(node)
        try await withTemporaryFolder { path in
            try CertificateFolder(path: path).write(issued, for: node)
            let theirs = try await Tool.run([
                "sh", "-c",
                """
                openssl x509 -in '\(path)/\(node.text).pem' -pubkey -noout \
                  | openssl pkey -pubin -outform DER | sha256sum
                """,
            ])
            let ours = try federation.credentials(issued).identity.keyDigest
            #expect(ours.utf8.count == 64)
            #expect(theirs.output.hasPrefix(ours))
        }
    }

    @Test("The same random bytes make the same keys; too few make none")
    func entropyIsTheOnlySource() throws {
        let dates = (Date(), Date() + 3600)
        let fixed = Entropy { count in (0..<count).map { UInt8($0 + 1) } }
        let one = try DevelopmentAuthority(notBefore: dates.0, notAfter: dates.1, entropy: fixed)
        let two = try DevelopmentAuthority(notBefore: dates.0, notAfter: dates.1, entropy: fixed)
        #expect(one.privateKeyPEM == two.privateKeyPEM)
        #expect(throws: CertificateFailure(.unissuable, "")) {
            try DevelopmentAuthority(notBefore: dates.0, notAfter: dates.1, entropy: Entropy { _ in [] })
        }
    }

    static let identityCases: [(String, [GeneralName], IdentityRefusal)] = [
        ("no node URI", [.dnsName("a.test")], .missing),
        ("only a foreign URI", [.dnsName("a.test"), .uniformResourceIdentifier("spiffe://a.test")], .missing),
        (
            "two node URIs",
            [
                .dnsName("a.test"), .uniformResourceIdentifier("tongzhou://a.test"),
                .uniformResourceIdentifier("tongzhou://b.test"),
            ], .ambiguous
        ),
        (
            "a path behind the name",
            [.dnsName("a.test"), .uniformResourceIdentifier("tongzhou://a.test/")], .malformed
        ),
        (
            "a scheme in capitals",
            [.dnsName("a.test"), .uniformResourceIdentifier("TONGZHOU://a.test")], .malformed
        ),
        ("another DNS name", [.dnsName("b.test"), .uniformResourceIdentifier("tongzhou://a.test")], .mismatch),
        ("a wildcard", [.dnsName("*.test"), .uniformResourceIdentifier("tongzhou://a.test")], .mismatch),
        ("no DNS name", [.uniformResourceIdentifier("tongzhou://a.test")], .mismatch),
        (
            "an IP address",
            [
                .dnsName("a.test"), .uniformResourceIdentifier("tongzhou://a.test"),
                .ipAddress(ASN1OctetString(contentBytes: [127, 0, 0, 1])),
            ], .ipAddress
        ),
    ]

    @Test(arguments: 0..<identityCases.count)
    func identityRefused(_ index: Int) throws {
        let (what, names, expected) = Self.identityCases[index]
        let issued = try TestFederation().issue(names: names)
        let reading = PeerIdentity.reading(try Certificate(pemEncoded: issued.certificatePEM))
        #expect(reading == .failure(expected), "\(what)")
    }

    @Test("A key of another certificate and a certificate without node do not load")
    func credentialsRefused() throws {
        let federation = try TestFederation()
        let first = try federation.issue(try federation.name("a.test"))
        let second = try federation.issue(try federation.name("b.test"))
        #expect(throws: CertificateFailure(.keyMismatch, "")) {
            try TLSCredentials(
                certificateChainPEM: first.certificatePEM, privateKeyPEM: second.privateKeyPEM,
                authorityPEM: federation.authority.certificatePEM)
        }
        #expect(throws: CertificateFailure(.identity, "")) {
            try federation.credentials(try federation.issue(names: [.dnsName("a.test")]))
        }
        #expect(throws: CertificateFailure(.malformed, "")) {
            try TLSCredentials(
                certificateChainPEM: "", privateKeyPEM: first.privateKeyPEM,
                authorityPEM: federation.authority.certificatePEM)
        }
    }
}
