import Federation
import Foundation
import NationalCryptography
import NodeStore
import Testing
import TransparencyLog

@testable import NodeService

/// Whose cosignature counts: what is demanded of a peer's checkpoints is demanded of its witness as well.
@Suite("Demands on witnesses")
struct WitnessDemandTests {
    /// `counted`: under what Hunan's witness says with SM2 alone, with Ed25519 alone, with both.
    @Test(
        "A witness's word under an own checkpoint has the lines that are demanded of its node, and SM2 never alone",
        arguments: [
            ("[ed25519]", [false, true, true]), ("[sm2]", [false, false, true]),
            ("[ed25519, sm2]", [false, false, true]),
        ])
    func word(demand: String, counted: [Bool]) async throws {
        let folder = try Folder()
        let prepared = folder.url.appending(path: "prepared")
        try await SeparateNodes.prepare(prepared)
        let nodes = try SeparateNodes(prepared, .wire, in: folder.url)
        try await nodes.exchange()
        let key = try SM2PrivateKey.generate()
        try nodes.restart("500000") { configuration in
            try SeparateNodes.add(
                "sm2_keys: [\(Base64.encode(key.publicKey.point))]",
                to: configuration.peers.appending(path: "430000.tongzhou.test.yaml"))
            try SeparateNodes.add(
                "signatures: {430000.tongzhou.test: \(demand)}", to: configuration.data.appending(path: "node.yaml"))
        }
        let (chongqing, hunan) = (try nodes.node("500000"), try nodes.node("430000"))
        let origin = try #require(LogOrigin("500000.tongzhou.test/common/1"))
        let name = Cosigner.witness.name(of: hunan.member.node)
        let sm2 = try #require(CosignatureSigner(name: name, privateKey: key))
        let ed25519 = await hunan.cosigners(.witness)
        try #require(ed25519.count == 1)
        let now = nodes.clock.now.secondsSinceEpoch
        let submission = try #require(
            try await chongqing.submission(of: origin, to: hunan.member, from: 0, cosigned: nil))
        let checkpoint = submission.checkpoint.checkpoint
        for (signers, isCounted) in zip([[sm2], ed25519, ed25519 + [sm2]], counted) {
            let said = try signers.map { try $0.cosign(checkpoint, at: now) }
            let lines = said.flatMap(\.line)
            #expect(
                try await chongqing.keepCosignature(lines, under: submission, by: hunan.member)
                    == (isCounted ? now : nil))
            // Kept all the same, as under a demand of another day: it is passed over, and asked for again.
            try chongqing.database.keep(said, by: name, of: origin, size: checkpoint.size)
            #expect(
                try await chongqing.cosignatures(of: origin).map(\.witness) == (isCounted ? [hunan.member.node] : []))
            let again = try await chongqing.submission(
                of: origin, to: hunan.member, from: checkpoint.size, cosigned: nil)
            #expect((again == nil) == isCounted)
            // What may prove something against a log is looked at with the Ed25519 line alone.
            let isShown = signers.contains { $0.verifier.algorithm == .ed25519 }
            #expect(
                try await chongqing.sighted(origin, submission.checkpoint.note + lines, by: hunan.member) == isShown)
        }
    }
}
