import Testing
import TransparencyLog

/// What we submit is understood, and what comes back is believed, between us and another implementation.
@Suite("an independent witness")
struct IndependentWitnessTests {
    private static let origin = "500000.tongzhou.test/youshui/1"

    @Test("cosigns our checkpoints, and refuses what it must")
    func cosigns() throws {
        let signer = try #require(NoteSigner(name: Self.origin, privateKey: [UInt8](repeating: 9, count: 32)))
        let tree = ReferenceTree(size: 300)
        let fork = ReferenceTree(entries: tree.entries.dropLast() + [[1]])

        func checkpoint(_ tree: ReferenceTree, _ size: Int) throws -> Checkpoint {
            Checkpoint(origin: Self.origin, size: size, root: try #require(MerkleHash(tree.root(0, size))))
        }
        func note(_ checkpoint: Checkpoint) throws -> SignedNote {
            try #require(SignedNote(text: checkpoint.body, signatures: [try signer.sign(checkpoint.body)]))
        }
        func body(_ tree: ReferenceTree, _ old: Int, _ new: Int) throws -> [UInt8] {
            let proof = try ConsistencyProof(from: old, to: new, reader: tree).hashes
            let note = try note(try checkpoint(tree, new))
            return try #require(AddCheckpointRequest(oldSize: old, proof: proof, note: note)).bytes
        }
        let bodies = [
            try body(tree, 0, 100), try body(tree, 0, 300), try body(tree, 100, 300), try body(tree, 300, 300),
            try body(fork, 300, 300),
        ]
        let report = try IndependentWitness.answer(bodies, origin: Self.origin, vkey: signer.verifier.vkey)
        #expect(report.answers.map(\.status) == [200, 409, 200, 200, 422])
        #expect(report.answers[1].type == "text/x.tlog.size" && report.answers[1].body == "100\n")

        let witness = try CosignatureVerifier(vkey: report.vkey)
        for (answer, size) in [(report.answers[0], 100), (report.answers[2], 300), (report.answers[3], 300)] {
            let own = try note(try checkpoint(tree, size)).bytes
            let opened = try CosignedCheckpoint.open(
                note: own + Array(answer.body.utf8), origin: Self.origin, keys: [signer.verifier],
                cosigners: [witness]
            ).get()
            #expect(opened.cosignatures.count == 1)
            #expect(opened.note == own + Array(answer.body.utf8))
        }
        let shown = try CosignedCheckpoint.open(
            note: Array(report.shown.utf8), origin: Self.origin, keys: [signer.verifier], cosigners: [witness]
        ).get()
        #expect(shown.verified.checkpoint == (try checkpoint(tree, 300)) && shown.cosignatures.count == 1)
    }
}
