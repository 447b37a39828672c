import Foundation
import Testing

extension EndToEnd {
    /// A certificate from the province's own authority, from the request to its use; OpenSSL is the authority.
    @Suite struct CertificateRequestTests {
        @Test func aRequestedCertificateIsTakenUpWithoutARestart() async throws {
            let federation = try await TestFederation()
            let (node, hunan) = (federation.chongqing, federation.hunan)
            try await federation.start(node, hunan)
            try await federation.mirrored("\(node.name)/common/1", 1, at: hunan)
            let (pid, before) = (node.pid, Run.text(federation.key(node)))

            let request = federation.scratch("request.csr")
            let answer = try await node.done("certs", "request", "--out", request)
            let pending = federation.key(node) + ".next"
            #expect(answer["key"].text == pending && answer["repeated"].flag == false)
            #expect(try mode(pending) == 0o600 && Run.text(federation.key(node)) == before)
            let shown = try await openssl("req", "-verify", "-in", request, "-noout", "-text").output
            for part in [
                "CN = \(node.name)", "DNS:\(node.name)", "URI:tongzhou://\(node.name)", "prime256v1",
                "TLS Web Server Authentication", "TLS Web Client Authentication", "CA:FALSE", "Digital Signature",
            ] { #expect(shown.contains(part), "\(part) in \(shown)") }
            #expect(!Run.text(request).contains("PRIVATE"))

            // Asked again, it is the same key; an existing file is not written over.
            #expect(try await node.command("certs", "request", "--out", request).exitCode == 6)
            let second = try await node.done("certs", "request", "--out", federation.scratch("again.csr"))
            #expect(second["repeated"].flag == true && second["tls_key"].text == answer["tls_key"].text)

            let issued = try await sign(request, federation, "issued.pem")
            let plan = try await node.done("certs", "install", issued, "--dry-run")
            #expect(plan["dry_run"].flag == true && Run.text(federation.key(node)) == before)
            let installed = try await node.done("certs", "install", issued)
            #expect(installed["new_key"].flag == true && installed["kept"].list.count == 2)
            #expect(Run.text(federation.certificate(node)) == Run.text(issued))
            #expect(Run.text(federation.key(node) + ".old") == before && Run.text(federation.key(node)) != before)
            #expect(try mode(federation.key(node)) == 0o600)
            #expect(!FileManager.default.fileExists(atPath: pending))

            let print = try await openssl("x509", "-in", issued, "-noout", "-fingerprint", "-sha256").output
                .lowercased().replacing(":", with: "")
            try await Eventually.holds("Hunan is shown the new certificate: \(node.log)") {
                let peer = try await hunan.command("certs", "show", "--peer", "500000").json["certificates"][0]
                return print.contains("=\(peer["fingerprint"].text)") && peer["problem"].text.isEmpty
            }
            #expect(node.pid == pid && node.log.contains(" credentials-replaced "), "\(node.log)")
            try await node.register("after")
            try await federation.mirrored("\(node.name)/common/1", 2, at: hunan)

            // The same key again: only the certificate is replaced.
            try await node.done("certs", "request", "--same-key", "--out", federation.scratch("renewal.csr"))
            let renewed = try await sign(federation.scratch("renewal.csr"), federation, "renewed.pem")
            let renewal = try await node.done("certs", "install", renewed)
            #expect(renewal["new_key"].flag == false)
            #expect(renewal["kept"].list.map(\.text) == [federation.certificate(node) + ".old-2"])
            try await federation.stop()
        }

        @Test func whatNeighboursWouldNotBelieveIsRefused() async throws {
            let federation = try await TestFederation()
            let node = federation.chongqing
            let stranger = Stranger(scratch: federation.scratch)
            let other = try await stranger.otherAuthority(node.name)
            let request = federation.scratch("request.csr")
            try await node.done("certs", "request", "--out", request)
            let old = try await stranger.expired(node.name, authority: federation.scratch("certs"))
            let (key, kept) = (federation.key(node), Run.text(federation.certificate(node)))

            func refused(_ file: String, _ code: String) async throws {
                let result = try await node.command("certs", "install", file)
                #expect(result.exitCode == 6 && result.errors.contains("(\(code): "), "\(code): \(result)")
                #expect(Run.text(federation.certificate(node)) == kept)
                #expect(FileManager.default.fileExists(atPath: key + ".next"))
            }
            try await refused(federation.certificate(federation.hunan), "key-mismatch")
            try await refused(request, "malformed")
            try await refused(federation.scratch("nothing.pem"), "unreadable")
            try await refused(
                try await sign(request, federation, "unnamed.pem", extensions: "basicConstraints=CA:FALSE"), "identity")
            let names = "subjectAltName=DNS:430000.tongzhou.test,URI:tongzhou://430000.tongzhou.test"
            try await refused(try await sign(request, federation, "hunan.pem", extensions: names), "other-node")
            let oneWay = "subjectAltName=DNS:\(node.name),URI:tongzhou://\(node.name)\nextendedKeyUsage=serverAuth"
            try await refused(try await sign(request, federation, "server.pem", extensions: oneWay), "usage")
            try await refused(
                try await sign(request, federation, "stranger.pem", authority: other), "unknown-authority")
            try FileManager.default.removeItem(atPath: key)
            try FileManager.default.copyItem(atPath: old.key, toPath: key)
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: key)
            try await refused(old.certificate, "expired")
        }

        @Test func showTellsWhatOpenSSLTells() async throws {
            let federation = try await TestFederation()
            let (node, hunan, centre) = (federation.chongqing, federation.hunan, federation.centre)
            let old = try await Stranger(scratch: federation.scratch).expired(
                hunan.name, authority: federation.scratch("certs"))
            let server = try Stranger(scratch: federation.scratch).server(
                port: hunan.port, certificate: old.certificate, key: old.key)
            defer { server.send(SIGKILL) }
            try await federation.start(centre)
            try await Eventually.holds("the old certificate is shown") {
                let result = try await node.command("certs", "show")
                return result.exitCode == 3 && result.json["certificates"][2]["subject"].text == "CN=\(hunan.name)"
                    && result.json["certificates"][2]["problem"].text == "expired"
            }
            let shown = try await node.command("certs", "show").json["certificates"].list
            try #require(shown.count == 3)
            #expect(shown.map { $0["own"].flag } == [true, false, false])
            let own = shown[0]
            let facts = try await openssl(
                "x509", "-in", federation.certificate(node), "-noout", "-serial", "-fingerprint", "-sha256", "-enddate",
                "-dateopt", "iso_8601"
            ).output.lowercased()
            #expect(facts.contains("=" + own["serial"].text.replacing(":", with: "")), "\(facts) \(own)")
            #expect(facts.replacing(":", with: "").contains("=\(own["fingerprint"].text)"))
            let end = try #require(try? Date(own["not_after"].text, strategy: .iso8601))
            #expect(facts.contains(end.formatted(.iso8601.dateTimeSeparator(.space)).lowercased()), "\(facts) \(end)")
            #expect(own["names"].list.map(\.text) == ["DNS:\(node.name)", "URI:tongzhou://\(node.name)"])
            // Issued for 365 days: all of them within the first second, 364 whole ones after it.
            let whole = [own["days_left"].number == 365, own["days_left"].number == 364]
            #expect(whole.contains(true), "\(own)")
            #expect(shown[2]["days_left"].number == 0)
            #expect(shown[1]["problem"].text == "" && shown[1]["subject"].text == "CN=\(centre.name)")
            let text = try await Run.tongzhou(["certs", "show", "--config", node.config, "-o", "wide"]).output
            #expect(text.contains(/36[45] days left/) && text.contains("not usable: "), "\(text)")
            try await federation.stop()
        }

        /// Has the federation's authority, or another, sign a request; with its own extensions or those asked for.
        private func sign(
            _ request: String, _ federation: TestFederation, _ name: String, extensions: String? = nil,
            authority: String? = nil
        ) async throws -> String {
            let (folder, out) = (authority ?? federation.scratch("certs"), federation.scratch(name))
            var wanted = ["-copy_extensions", "copyall"]
            if let extensions {
                try federation.scratch.write("\(name).cnf", extensions + "\n")
                wanted = ["-extfile", federation.scratch("\(name).cnf")]
            }
            try await openssl(
                [
                    "x509", "-req", "-in", request, "-CA", "\(folder)/ca.pem", "-CAkey", "\(folder)/ca.key", "-days",
                    "90",
                    "-out", out,
                ] + wanted)
            return out
        }

        private func mode(_ path: String) throws -> Int? {
            try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        }

        private func openssl(_ arguments: String...) async throws -> CommandResult { try await openssl(arguments) }

        @discardableResult
        private func openssl(_ arguments: [String]) async throws -> CommandResult {
            let result = try await Run.program("openssl", arguments)
            guard result.exitCode == 0 else { throw TestProblem("openssl \(arguments): \(result)") }
            return result
        }
    }
}
