import Federation
import Foundation
import SwiftASN1
import Testing
import X509

@testable import NodeService

/// Revocation lists as OpenSSL writes them.
@Suite struct RevocationListTests {
    private func der(_ pem: String) throws -> [UInt8] { try PEMDocument(pemString: pem).derBytes }

    private func roots(_ federation: TestFederation) throws -> [Certificate] {
        [try Certificate(pemEncoded: federation.authority.certificatePEM)]
    }

    @Test("PEM and DER say the same; who is listed is revoked, nobody else")
    func listed() async throws {
        let federation = try TestFederation()
        let revoked = try federation.issue(try federation.name("a.test"))
        let good = try federation.issue(try federation.name("b.test"))
        let listed = try Certificate(pemEncoded: revoked.certificatePEM)
        let unlisted = try Certificate(pemEncoded: good.certificatePEM)
        try await withTemporaryFolder { path in
            let authority = try OpenSSLAuthority(federation.authority, in: path)
            let empty = try await authority.list()
            try await authority.revoke(revoked)
            let full = try await authority.list()
            let roots = try roots(federation)
            for (text, isRevoked) in [(empty, false), (full, true), (empty + full, true)] {
                let lists = try RevocationList.lists(in: Array(text.utf8), roots: roots)
                #expect(lists.contains { $0.revokes(listed) } == isRevoked)
                #expect(!lists.contains { $0.revokes(unlisted) })
            }
            let binary = try RevocationList.lists(in: der(full), roots: roots)
            #expect(binary.map { $0.revokes(listed) } == [true])
            let dates = try await Tool.run(["openssl", "crl", "-in", "\(path)/authority.crl", "-noout", "-nextupdate"])
            let formatter = DateFormatter()
            formatter.locale = Locale(identifier: "en_US_POSIX")
            formatter.dateFormat = "MMM d HH:mm:ss yyyy zzz"
            let text = dates.output.replacing("nextUpdate=", with: "").replacing("  ", with: " ")
            #expect(formatter.date(from: text.trimmingCharacters(in: .newlines)) == binary.first?.nextUpdate)
        }
    }

    @Test("A list of another authority, also one of the same name, is not ours")
    func unsigned() async throws {
        let federation = try TestFederation()
        let namesake = try DevelopmentAuthority(notBefore: Date(), notAfter: Date() + TestFederation.day)
        for other in [federation.stranger, namesake] {
            try await withTemporaryFolder { path in
                let text = try await OpenSSLAuthority(other, in: path).list()
                #expect(throws: CertificateFailure(.listUnsigned, "")) {
                    try RevocationList.lists(in: Array(text.utf8), roots: roots(federation))
                }
            }
        }
    }

    @Test("A critical extension narrows what a list speaks of: the list is not used")
    func criticalExtension() async throws {
        let federation = try TestFederation()
        try await withTemporaryFolder { path in
            let authority = try OpenSSLAuthority(federation.authority, in: path)
            for point in ["critical,@point\n[point]\nonlyuser = TRUE", "critical,@point\n[point]\nindirectCRL = TRUE"] {
                let text = try await authority.list(extensions: "issuingDistributionPoint = \(point)")
                #expect(throws: CertificateFailure(.listMalformed, "")) {
                    try RevocationList.lists(in: Array(text.utf8), roots: roots(federation))
                }
            }
        }
    }

    @Test("Any changed byte, a byte more or less, or other text is refused")
    func changed() async throws {
        let federation = try TestFederation()
        let roots = try roots(federation)
        try await withTemporaryFolder { path in
            let authority = try OpenSSLAuthority(federation.authority, in: path)
            try await authority.revoke(try federation.issue(try federation.name("a.test")))
            let good = try der(try await authority.list())
            #expect(throws: Never.self) { try RevocationList(der: good, roots: roots) }
            for position in good.indices {
                var changed = good
                changed[position] ^= 0x01
                #expect(throws: CertificateFailure.self, "byte \(position)") {
                    try RevocationList(der: changed, roots: roots)
                }
                #expect(throws: CertificateFailure.self, "length \(position)") {
                    try RevocationList(der: Array(good[..<position]), roots: roots)
                }
            }
            #expect(throws: CertificateFailure(.listMalformed, "")) {
                try RevocationList(der: good + [0], roots: roots)
            }
            for text in ["", "no list", federation.authority.certificatePEM] {
                #expect(throws: CertificateFailure(.listMalformed, "")) {
                    try RevocationList.lists(in: Array(text.utf8), roots: roots)
                }
            }
        }
    }
}
