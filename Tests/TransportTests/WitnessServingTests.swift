import Federation
import Foundation
import Testing
import TransparencyLog

@testable import NodeService

/// The one path that takes a body, and how little it puts up with.
@Suite struct WitnessServingTests {
    private static let path = "/witness/add-checkpoint"

    private func withMember(
        _ body: @escaping @Sendable (RunningServer, Curl, LogClient, String) async throws -> Void
    ) async throws {
        let federation = try TestFederation()
        let server = try federation.name("server.test")
        let node = try federation.name("client.test")
        try await withTemporaryFolder { path in
            let folder = try CertificateFolder(path: path)
            try folder.write(federation.authority)
            try folder.write(try federation.issue(node), for: node)
            let credentials = try folder.credentials(for: node)
            try await RunningServer.with(try federation.credentials(server)) { running in
                let curl = Curl(folder: path, client: node.text, server: server, port: running.port)
                let endpoint = PeerEndpoint(node: server, host: "127.0.0.1", port: running.port)
                try await withClient(endpoint, credentials) { try await body(running, curl, $0, path) }
            }
        }
    }

    private func submit(_ client: LogClient, _ body: [UInt8]) async throws -> WitnessReply {
        try await client.addCheckpoint(body)
    }

    @Test("A submission arrives byte for byte under the member's name; the answers are told apart")
    func submissions() async throws {
        try await withMember { running, _, client, _ in
            let body = Array("old 0\n\nx\n".utf8)
            let cosigned = try await submit(client, body)
            #expect(cosigned == .cosigned(Array("— witness line\n".utf8)))
            running.witness.answers(.refused(.conflict(size: 12)))
            let conflict = try await submit(client, body)
            #expect(conflict == .conflict(size: 12))
            for (refusal, status) in [
                (WitnessRefusal.oldSizeTooLarge, 400), (.notSigned(.noTrustedSignature(detail: "")), 403),
                (.unknownLog, 404), (.emptyTreeRoot, 422),
            ] {
                running.witness.answers(.refused(refusal))
                let refused = try await submit(client, body)
                #expect(refused == .refused(status: status))
            }
            running.witness.answers(.refused(.clockBehind))
            await #expect(throws: TransportFailure(.unreachable, "")) { try await submit(client, body) }
            #expect(running.witness.submissions.allSatisfy { $0.member.text == "client.test" && $0.body == body })
            #expect(running.witness.submissions.count == 7)
        }
    }

    @Test("A conflict without a size is no answer", arguments: ["", "12", "012\n", "-1\n", "1e3\n", "12\n\n", "x\n"])
    func sizes(_ text: String) async throws {
        try await withMember { running, _, client, _ in
            running.witness.answers(
                WitnessAnswer(status: 409, contentType: "text/x.tlog.size", body: Array(text.utf8)))
            await #expect(throws: TransportFailure(.protocol, "")) { try await submit(client, [1]) }
        }
    }

    @Test("Bodies: announced, within the limit, and on this path only")
    func bodies() async throws {
        try await withMember { running, curl, _, folder in
            let limit = AddCheckpointRequest.maximumLength
            let files = [limit, limit + 1, 20_000_000].map { "\(folder)/\($0)" }
            for file in files {
                let size = try #require(Int(file.split(separator: "/").last ?? ""))
                try Data(repeating: 65, count: size).write(to: URL(filePath: file))
            }
            #expect(try await curl.get(Self.path, ["--data-binary", "@\(files[0])"]).status == "200")
            #expect(running.witness.submissions.map(\.body.count) == [limit])
            for file in files.dropFirst() {
                #expect(try await curl.get(Self.path, ["--data-binary", "@\(file)"]).status == "413")
            }
            let chunked = ["--header", "Transfer-Encoding: chunked", "--data", "x"]
            #expect(try await curl.get(Self.path, chunked).status == "411")
            #expect(try await curl.get(Self.path, ["--request", "POST", "--data", ""]).status == "200")
            for method in ["PUT", "DELETE", "PATCH"] {
                #expect(try await curl.get(Self.path, ["--request", method, "--data", "x"]).status == "405")
            }
            for other in [
                "/witness/add-checkpoint/", "/witness//add-checkpoint", "//witness/add-checkpoint",
                "/witness/add-checkpoint?x", "/witness/Add-checkpoint", "/witness/add%2Dcheckpoint",
                "/log/common/2026/checkpoint", "/witness/checkpoint",
            ] {
                #expect(try await curl.get(other, ["--data", "x"]).status == "405", "\(other)")
            }
            #expect(running.witness.submissions.count == 2)
            #expect(await running.log.waitFor("body-refused"))
            #expect(try await curl.get(Self.path).status == "404")
        }
    }

    @Test("A body that never comes is not waited for", .timeLimit(.minutes(10)))
    func slowBody() async throws {
        try await withMember { running, curl, _, folder in
            let pipe = "\(folder)/slow"
            try Data("old 0".utf8).write(to: URL(filePath: pipe))
            let begun = ContinuousClock.now
            // Ten thousand bytes announced, five sent.
            let answer = try await curl.get(
                Self.path, ["--header", "Content-Length: 10000", "--data-binary", "@\(pipe)", "--max-time", "30"])
            #expect(answer.status == "408" || answer.exit != 0, "\(answer)")
            #expect(ContinuousClock.now - begun < .seconds(25))
            #expect(running.witness.submissions.isEmpty)
        }
    }

    @Test("What was cosigned, by the hash of the origin, in one spelling")
    func checkpoints() async throws {
        try await withMember { _, curl, _, _ in
            let hash = ContentDigest(of: Array("a/common/1".utf8)).hex
            let answer = try await curl.get("/witness/\(hash)/checkpoint")
            #expect(answer.status == "200" && answer.body == "cosigned\n")
            for path in [
                "/witness/\(hash.uppercased())/checkpoint", "/witness/\(hash)/checkpoint/", "/witness/\(hash)",
                "/witness/\(hash.dropLast())/checkpoint", "/witness/\(hash)/tile/0/000", "/witness//checkpoint",
                "/witness/\(String(repeating: "0", count: 64))/checkpoint",
            ] {
                #expect(try await curl.get(path).status == "404", "\(path)")
            }
        }
    }
}
