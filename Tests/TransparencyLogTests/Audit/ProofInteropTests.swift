import Foundation
import Testing
import TransparencyLog

/// Proof files in the eyes of another implementation, and its files in ours.
@Suite("proofs and tlog-scales", .serialized)
struct ProofInteropTests {
    @Test("our proofs hold there", arguments: [(0, 1), (1, 2), (6, 7), (255, 256), (256, 257), (300, 70_000)])
    func ours(index: Int, size: Int) throws {
        let directory = try LogDirectory(size: size)
        let proof = try #require(
            try EntryProof(index: index, note: directory.read(.checkpoint), reader: tiles(directory)))
        let entry = directory.log.entries[index]
        let vkey = directory.signer.verifier.vkey
        #expect(try ProofJudge.refusal(of: proof.bytes, entry: entry, vkey: vkey) == nil)
        let extra = try #require(
            EntryProof(index: index, hashes: proof.hashes, note: proof.note, extra: Array("e".utf8)))
        #expect(try ProofJudge.refusal(of: extra.bytes, entry: entry, vkey: vkey) == nil)

        // The judge judges: another entry, another key, one hash less.
        #expect(try ProofJudge.refusal(of: proof.bytes, entry: entry + [0], vkey: vkey) != nil)
        let stranger = try #require(NoteSigner(name: LogDirectory.origin, privateKey: Array(repeating: 1, count: 32)))
        #expect(try ProofJudge.refusal(of: proof.bytes, entry: entry, vkey: stranger.verifier.vkey) != nil)
        if !proof.hashes.isEmpty {
            let short = try #require(EntryProof(index: index, hashes: proof.hashes.dropLast(), note: proof.note))
            #expect(try ProofJudge.refusal(of: short.bytes, entry: entry, vkey: vkey) != nil)
        }
    }

    @Test(
        "its proofs out of our tiles are our proofs, byte for byte", arguments: [(3, 7), (256, 600), (69_999, 70_000)])
    func fromOurTiles(index: Int, size: Int) throws {
        let directory = try LogDirectory(size: size)
        let theirs = try ProofJudge.prove(directory.url, index: index)
        let ours = try #require(
            try EntryProof(index: index, note: directory.read(.checkpoint), reader: tiles(directory)))
        #expect(theirs == ours.bytes)
    }

    @Test("its proofs of its own log hold here", arguments: [1, 5, 256, 700])
    func theirs(size: Int) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "scales-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let vkey = try ProofJudge.log(folder, seed: String(repeating: "5a", count: 32), size: size)
        let key = try NoteVerifier(vkey: vkey)
        for index in [0, size / 2, size - 1] {
            let proof = try EntryProof.parse(try ProofJudge.prove(folder, index: index)).get()
            let entry = Array("entry \(index)".utf8)
            let checkpoint = try proof.verify(entry: entry, origin: "scales.example/log", keys: [key]).get().checkpoint
            #expect(checkpoint.size == size && proof.index == index)
            let other = proof.verify(entry: Array("entry \(size)".utf8), origin: key.name, keys: [key])
            #expect((try? other.get()) == nil)
        }
    }

    /// The tiles as a reader would fetch them.
    private func tiles(_ directory: LogDirectory) throws -> TileSet {
        let resources = LogResource.tiles(forSize: directory.log.frontier.size)
        let bodies = try resources.map { try directory.read($0) }
        return try #require(TileSet(size: directory.log.frontier.size, resources: resources, bodies: bodies))
    }
}
