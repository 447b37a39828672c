import Compensation
import Federation
import Foundation
import NodeStore
import Presentation
import Testing
import TransparencyLog

@testable import NodeService

/// What an operator is shown when comparing with the peers' witnesses brings up something that proves nothing yet.
@Suite("Conditions about witnesses")
struct WitnessConditionTests {
    private static let origin = "500000.tongzhou.test/common/1"

    /// Chongqing's log grows; Hunan follows, the centre is shown the old state.
    private struct Story {
        let folder: Folder
        let nodes: SeparateNodes
        let origin: LogOrigin
        var centre: Node { get throws { try nodes.node("100000") } }
        var hunan: Node { get throws { try nodes.node("430000") } }

        init() async throws {
            folder = try Folder()
            origin = try #require(LogOrigin(WitnessConditionTests.origin))
            let prepared = folder.url.appending(path: "prepared")
            try await SeparateNodes.prepare(prepared)
            nodes = try SeparateNodes(prepared, .wire, in: folder.url)
            try await nodes.exchange()
        }

        func grow(_ id: String) async throws {
            var form = LocalNode.liye
            form.id = "500000-\(id)"
            try await nodes.done("500000", .addSection(form))
        }

        /// `reader` asks the witness of `node` about the log, as it does every so often.
        func ask(_ node: Node, by reader: Node) async throws -> Bool {
            let hash = ContentDigest(of: Array(origin.text.utf8))
            let note = try #require(try await node.witnessedCheckpoint(ofOriginHash: hash))
            return try await reader.sighted(origin, note, by: node.member)
        }

        func later(_ seconds: Int64) {
            nodes.clock.set(Timestamp(secondsSinceEpoch: nodes.clock.now.secondsSinceEpoch + seconds))
        }

        func conditions(at node: Node) async throws -> [String] {
            let outcome = await CommandDesk(node: node, running: true).perform(
                .status(check: false), .en, format: .json)
            let status = try #require(
                try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
            let conditions = try #require(status["conditions"] as? [[String: Any]])
            return conditions.compactMap { condition in
                guard let code = condition["code"] as? String, code.hasPrefix("WIT") || code.hasPrefix("MIR") else {
                    return nil
                }
                return "\(code) \(condition["subject"] ?? "") | \(condition["detail"] ?? "")"
            }
        }
    }
    private let stale =
        "WIT-01 500000.tongzhou.test/common/1 | 430000.tongzhou.test/witness: size 2 since 2021-01-05T09:00:00+08:00"

    /// With SM2 a cosigner has two lines, or three while it changes keys: together more than one note may have.
    @Test("Who has cosigned is read one by one, however many lines are kept")
    func manyLines() async throws {
        let story = try await Story()
        let (chongqing, hunan) = (try story.nodes.node("500000"), try story.hunan)
        let newest = try #require(try await chongqing.newestCheckpoint(story.origin)).checkpoint
        func keep(_ signers: [CosignatureSigner]) throws {
            try chongqing.database.keep(
                signers.map { try $0.cosign(newest, at: 1) }, by: signers[0].verifier.name, of: story.origin,
                size: newest.size)
        }
        try keep(await hunan.cosigners(.witness))
        for number in 0..<SignedNote.maximumSignatures / 2 {
            try keep(
                ([1, 2] as [UInt8]).map { seed in
                    try #require(
                        CosignatureSigner(
                            name: "\(number).tongzhou.test/witness", privateKey: Array(repeating: seed, count: 32)))
                })
        }
        #expect(try await chongqing.cosignatures(of: story.origin).map(\.witness).contains(hunan.member.node))
    }

    /// Ten minutes are the default of `stale_after`, as docs/architecture.md says.
    @Test("WIT-01: a log that others have seen grow and that is shown to this node as it was, until it is shown whole")
    func staleHead() async throws {
        let story = try await Story()
        let (hunan, centre) = (try story.hunan, try story.centre)
        try await story.grow("a")
        try await SeparateNodes.follow(try story.nodes.node("500000"), hunan)
        #expect(try await story.ask(hunan, by: centre))
        #expect(try await story.conditions(at: centre) == [], "it may be on its way")
        story.later(600)
        #expect(try await story.conditions(at: centre) == [])
        story.later(1)
        #expect(try await story.conditions(at: centre) == [stale])
        #expect(try await story.conditions(at: hunan) == [], "who holds the larger tree misses nothing")
        let text = await CommandDesk(node: centre, running: true).perform(.status(check: true), .zh, format: .table)
        #expect(text.exitCode == 3 && text.output.contains("WIT-01"), "\(text)")

        // Asked again, the time counts from the first sight; a restarted node remembers it.
        #expect(try await story.ask(hunan, by: centre))
        #expect(try await story.conditions(at: centre) == [stale])
        let restarted = try story.nodes.twin(of: "100000")
        await restarted.heard(from: story.origin)
        try await restarted.review()
        #expect(try await story.conditions(at: restarted) == [stale])

        // Who cannot be reached withholds nothing: that is another condition.
        await centre.lost(story.origin, TransportFailure(.unreachable, "refused"))
        #expect(try await story.conditions(at: centre) == [])
        await centre.heard(from: story.origin)
        #expect(try await story.conditions(at: centre) == [stale])

        try await SeparateNodes.follow(try story.nodes.node("500000"), centre)
        #expect(try await story.conditions(at: centre) == [])
        #expect(try await story.ask(hunan, by: centre))
        story.later(100_000)
        #expect(try await story.conditions(at: centre) == [])
    }

    @Test("WIT-02: a witness that shows less than it has shown, until it shows as much again")
    func wentBack() async throws {
        let story = try await Story()
        let (hunan, centre) = (try story.hunan, try story.centre)
        // Its database as it was: what a restored backup would show.
        let early = try story.nodes.twin(of: "430000")
        #expect(try await story.ask(early, by: centre))
        try await story.grow("a")
        try await story.grow("b")
        try await SeparateNodes.follow(try story.nodes.node("500000"), hunan)
        #expect(try await story.ask(hunan, by: centre))
        #expect(try await story.conditions(at: centre) == [])

        let wentBack =
            "WIT-02 430000.tongzhou.test/witness | 500000.tongzhou.test/common/1: size 1 after 3"
        #expect(try await story.ask(early, by: centre))
        #expect(try await story.conditions(at: centre) == [wentBack])
        #expect(try await story.ask(early, by: centre))
        #expect(try await story.conditions(at: centre) == [wentBack], "told once however often it is seen")
        let status = await CommandDesk(node: centre, running: true).perform(.status(check: true), .zh, format: .table)
        #expect(status.exitCode == 3 && status.output.contains("WIT-02"), "\(status)")

        try await SeparateNodes.follow(try story.nodes.node("500000"), early)
        #expect(try await story.ask(early, by: centre))
        #expect(try await story.conditions(at: centre) == [])
    }

    @Test("What a witness has not signed, or signed with another cosigner's key, is not taken for its word")
    func notItsWord() async throws {
        let story = try await Story()
        let (hunan, centre) = (try story.hunan, try story.centre)
        try await story.grow("a")
        try await SeparateNodes.follow(try story.nodes.node("500000"), hunan)
        let hash = ContentDigest(of: Array(story.origin.text.utf8))
        let note = try #require(try await hunan.witnessedCheckpoint(ofOriginHash: hash))
        let bare = try #require(try await hunan.newestCheckpoint(story.origin)).note
        let checkpoint = try #require(try await hunan.newestCheckpoint(story.origin)).checkpoint
        let key = try #require(await hunan.cosigningKey)
        let mirror = try #require(key.cosigner(.mirror, of: hunan.member.node))
        let line = try mirror.cosign(checkpoint, at: story.nodes.clock.now.secondsSinceEpoch).line
        // The mirror's line under the witness's name and key ID: what one key for both would let pass.
        let witness = try #require(key.cosigner(.witness, of: hunan.member.node))
        let blob = try #require(
            Base64.decode(String(String(decoding: line, as: UTF8.self).dropLast().split(separator: " ")[2])))
        let renamed = try #require(
            NoteSignature(
                name: witness.verifier.name, keyID: witness.verifier.keyID, signature: Array(blob.dropFirst(4))))
        for wrong in [bare, bare + line, bare + Array("\(renamed.line)\n".utf8)] {
            #expect(try await centre.sighted(story.origin, wrong, by: hunan.member) == false)
        }
        story.later(601)
        #expect(try await story.conditions(at: centre) == [])
        #expect(try await centre.sighted(story.origin, note, by: hunan.member))
        story.later(601)
        #expect(try await story.conditions(at: centre).count == 1)
    }
}
