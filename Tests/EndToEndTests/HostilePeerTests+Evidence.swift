import Foundation
import Testing

extension EndToEnd.HostilePeerTests {
    /// Whoever signed two histories is proven to have, to people who have nothing but the document.
    func isProven(_ offence: Offence, at node: TestNode, by federation: TestFederation) async throws {
        let kept = try await node.done("evidence")["evidence"].list
        guard offence.isFinal else {
            // A damaged disk or an old backup proves nothing about anybody.
            #expect(kept.isEmpty, "\(offence): \(kept)")
            return
        }
        #expect(kept.count == 1 && kept.first?["size"].number == 4, "\(offence): \(kept)")
        let file = federation.scratch("fork-\(node.code).json")
        try await node.done("evidence", "export", "--out", file)
        let key = try VerifierKey.text(of: federation.centre, channel: "common")
        let verdict = try await Run.done(["evidence", "verify", file, "--key", key, "--json"]).json
        #expect(verdict["proven"].flag == true && verdict["log"].text == "100000.tongzhou.test/common/1")
        let other = try VerifierKey.text(of: federation.centre, channel: "central")
        #expect(try await Run.tongzhou(["evidence", "verify", file, "--key", other]).exitCode == 5)
        #expect(try await DocumentedCheck(federation.scratch).holds("evidence", file))

        let changed = federation.scratch("changed-\(node.code).json")
        let text = Run.text(file).replacing("common/1\\n4\\n", with: "common/1\\n5\\n")
        try Data(text.utf8).write(to: URL(filePath: changed))
        #expect(try await Run.tongzhou(["evidence", "verify", changed]).exitCode == 5)
        #expect(try await !DocumentedCheck(federation.scratch).holds("evidence", changed))
    }
}
