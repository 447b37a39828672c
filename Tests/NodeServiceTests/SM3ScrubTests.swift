import Compensation
import Federation
import Foundation
import NationalCryptography
import NodeStore
import Presentation
import Testing
import TransparencyLog

@testable import NodeService

/// What a running node finds out by itself about the SM3 trees it stores.
@Suite struct SM3ScrubTests {
    private func found(_ node: Node) async -> [String] {
        await node.damages.items.map { "\($0.code.rawValue) \($0.log?.text ?? "") \($0.place.text)" }
    }

    @Test(arguments: [0, 17])
    func aTurnedBitInAStoredHashIsSaid(byte: Int) async throws {
        let local = try await SM3TreeNode()
        let node = try local.open()
        let common = try #require(node.configuration.origin(of: .common))
        let added = await CommandDesk(node: node, running: true).perform(
            .addSection(LocalNode.liye), .en, format: .table)
        #expect(added.exitCode == 0, "\(added)")
        try await node.growSM3Trees()
        let size = try #require(try node.database.read(common, \.size))
        try #require(size > 0)
        let scrub = ScrubService(node: node)
        await scrub.pass(.zero)
        #expect(await found(node) == [])

        try local.spoil(common.text, "edge = flip(edge, \(byte))")
        await scrub.pass(.zero)
        let place = "\(common.text) sm3_tree @\(size)"
        #expect(await found(node) == ["sm3-checkpoint-invalid \(place)", "sm3-root-differs \(place)"])
        await scrub.pass(.zero)
        #expect(await found(node).count == 2, "told once")
        let conditions = await node.storeConditions
        #expect(conditions.map(\.code) == [.sm3TreeStopped] && conditions[0].subject == common.text)
        // The log itself goes on being served.
        for resource in [LogResource.checkpoint, .entries(index: 0, width: size)] {
            try await node.requireSound(resource, of: common)
        }
    }

    /// A pass takes hours. A key that begins to sign in the midst of it signs the trees before they are looked at.
    @Test func aRotationDuringAPassIsNoDamage() async throws {
        let local = try await SM3TreeNode()
        let clock = InterruptingClock()
        let node = try local.open(clock)
        let common = try #require(node.configuration.origin(of: .common))
        try await node.growSM3Trees()
        func lines() throws -> Int {
            let note = try #require(try node.database.sm3Note(of: common))
            return try SignedNote.parse(note).get().signatures.count
        }
        try #require(try lines() == 2)
        let old = try #require(await node.ownKeys?.newest)
        clock.atNextWait {
            _ = try await node.rotate(from: old, to: LogKey.generate())
            let added = await CommandDesk(node: node, running: true).perform(
                .addSection(LocalNode.liye), .en, format: .table)
            #expect(added.exitCode == 0, "\(added)")
        }
        let scrub = ScrubService(node: node)
        await scrub.pass(.zero)
        try #require(try lines() == 3, "the rotation fell into the pass")
        #expect(await found(node) == [])
        await scrub.pass(.zero)
        #expect(await found(node) == [])
    }

    /// A row of a peer that agrees with itself, and the entries say otherwise; and a second root beside the first.
    @Test(arguments: [false, true])
    func whatAPeerSignedIsRecomputed(isTold: Bool) async throws {
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
        }
        let (chongqing, hunan) = (try nodes.node("500000"), try nodes.node("430000"))
        let origin = try #require(LogOrigin("430000.tongzhou.test/common/1"))
        let size = try #require(try chongqing.database.read(origin, \.size))
        let sm2 = try #require(NoteSigner(name: origin.text, privateKey: key))
        let signers = SM3TreeKeys.signing(await hunan.signers(of: origin) + [sm2], of: origin)
        try #require(signers.count == 2)
        func note(_ root: MerkleHash) throws -> [UInt8] {
            try KeyRing.note(Checkpoint(origin: origin.sm3Text, size: size, root: root), of: origin, by: signers)
        }
        var tree = SM3Frontier()
        for entry in try #require(try chongqing.database.read(origin) { try $0.entries(0..<size) }) {
            try tree.append(entry)
        }
        let right = try note(try #require(try tree.root()))
        let wrong = try note(try #require(MerkleHash(Array(repeating: 7, count: 32))))
        let place = "peer-sm3-root-differs \(origin.text) sm3_tree @\(size)"
        if isTold {
            try await chongqing.takeSM3(right, of: origin)
            try await chongqing.takeSM3(right, of: origin)
            #expect(await found(chongqing) == [])
            try await chongqing.takeSM3(wrong, of: origin)
            #expect(await found(chongqing) == [place])
            #expect(try chongqing.database.sm3Note(of: origin) == right)
        } else {
            try await chongqing.takeSM3(wrong, of: origin)
            #expect(await found(chongqing) == [])
            await ScrubService(node: chongqing).pass(.zero)
            #expect(await found(chongqing) == [place])
        }
        let conditions = await chongqing.storeConditions
        #expect(conditions.map(\.code) == [.peerSM3RootDiffers])
        #expect(!conditions.contains { $0.detail.contains("repair") }, "nothing stored here is damaged")
        try await chongqing.requireSound(.checkpoint, of: origin)
    }
}
