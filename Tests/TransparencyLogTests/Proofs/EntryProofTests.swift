import Testing
import TransparencyLog

/// Proof files: written, read back, and refused when anything in them is not as it should be.
@Suite("tlog-proof")
struct EntryProofTests {
    private static let origin = "example.com/fancylog"
    private let signer: NoteSigner
    private let tree: ReferenceTree

    init() throws {
        signer = try #require(NoteSigner(name: Self.origin, privateKey: Array(repeating: 3, count: 32)))
        tree = ReferenceTree(size: 70)
    }

    private func note(_ size: Int) throws -> [UInt8] {
        let root = try #require(MerkleHash(tree.root(0, size)))
        let body = Checkpoint(origin: Self.origin, size: size, root: root).body
        return try #require(SignedNote(text: body, signatures: [signer.sign(body)])).bytes
    }

    private func proof(_ index: Int, _ size: Int) throws -> EntryProof {
        try #require(try EntryProof(index: index, note: note(size), reader: tree))
    }

    private func code(_ proof: EntryProof, _ entry: [UInt8], _ keys: [NoteVerifier]? = nil) -> String? {
        proof.verify(entry: entry, origin: Self.origin, keys: NoteKeys(keys ?? [signer.verifier])).code
    }

    /// The lines are those of the specification, put together here by hand from RFC 6962's definitions.
    @Test("The file has the lines of the specification", arguments: [(0, 1), (0, 2), (3, 7), (69, 70)])
    func lines(index: Int, size: Int) throws {
        let path = tree.path(index, 0, size).map { Base64.encode($0) + "\n" }.joined()
        let expected =
            "c2sp.org/tlog-proof@v1\nindex \(index)\n\(path)\n" + String(decoding: try note(size), as: UTF8.self)
        #expect(String(decoding: try proof(index, size).bytes, as: UTF8.self) == expected)
    }

    @Test("Every entry of every tree is proven, and no other entry is")
    func everyEntry() throws {
        for size in [1, 2, 3, 8, 13] {
            for index in 0..<size {
                let proof = try EntryProof.parse(try proof(index, size).bytes).get()
                #expect(code(proof, tree.entries[index]) == nil)
                #expect(code(proof, tree.entries[(index + 1) % 70]) == "proof-root-mismatch")
            }
        }
    }

    @Test("Extra data is carried and authenticated by nothing")
    func extra() throws {
        let plain = try proof(5, 13)
        for extra: [UInt8] in [[0], Array("youshui-2019".utf8), Array(repeating: 7, count: EntryProof.maximumExtra)] {
            let made = try #require(
                EntryProof(index: plain.index, hashes: plain.hashes, note: plain.note, extra: extra))
            let read = try EntryProof.parse(made.bytes).get()
            #expect(read.extra == extra && read == made)
            #expect(code(read, tree.entries[5]) == nil)
        }
        for extra: [UInt8] in [[], Array(repeating: 7, count: EntryProof.maximumExtra + 1)] {
            #expect(EntryProof(index: 5, hashes: plain.hashes, note: plain.note, extra: extra) == nil)
        }
    }

    @Test("Only the checkpoint of a known key of this log counts")
    func keys() throws {
        let proof = try proof(5, 13)
        let entry = tree.entries[5]
        let stranger = try #require(NoteSigner(name: Self.origin, privateKey: Array(repeating: 4, count: 32)))
        #expect(code(proof, entry, []) == "note-no-trusted-signature")
        #expect(code(proof, entry, [stranger.verifier]) == "note-no-trusted-signature")
        #expect(code(proof, entry, [stranger.verifier, signer.verifier]) == nil)
        let elsewhere = proof.verify(entry: entry, origin: "example.com/other", keys: [signer.verifier])
        #expect(elsewhere.code == "checkpoint-wrong-origin")
    }

    @Test("Cosignature lines stay in the file and out of the verified checkpoint")
    func cosigned() throws {
        let witness = try #require(NoteSigner(name: "witness.example", privateKey: Array(repeating: 5, count: 32)))
        let own = try SignedNote.parse(try note(13)).get()
        let both = try #require(SignedNote(text: own.text, signatures: own.signatures + [witness.sign(own.text)]))
        let proof = try #require(try EntryProof(index: 5, note: both.bytes, reader: tree))
        #expect(try EntryProof.parse(proof.bytes).get().note == both.bytes)
        let verified = try proof.verify(entry: tree.entries[5], origin: Self.origin, keys: [signer.verifier]).get()
        #expect(verified.note == own.bytes)
    }

    @Test("Nothing else is a proof file")
    func refusals() throws {
        let text = String(decoding: try proof(5, 13).bytes, as: UTF8.self)
        let hash = String(text.split(separator: "\n")[2])
        let cases: [(String, String)] = [
            ("", "tlog-proof-malformed"),
            ("\n\n", "tlog-proof-unknown-format"),
            (text.replacing("proof@v1", with: "proof@v2"), "tlog-proof-unknown-format"),
            (text.replacing("c2sp.org/tlog-proof@v1", with: " c2sp.org/tlog-proof@v1"), "tlog-proof-unknown-format"),
            (text.replacing("\n", with: "\r\n"), "tlog-proof-malformed"),
            (text.replacing("index 5", with: "index 05"), "tlog-proof-malformed"),
            (text.replacing("index 5", with: "index -5"), "tlog-proof-malformed"),
            (text.replacing("index 5", with: "index 9007199254740992"), "tlog-proof-malformed"),
            (text.replacing("index 5", with: "index 99999999999999999999"), "tlog-proof-malformed"),
            (text.replacing("index 5", with: "index  5"), "tlog-proof-malformed"),
            (text.replacing("index 5", with: "index 5 "), "tlog-proof-malformed"),
            (text.replacing("index 5\n", with: ""), "tlog-proof-malformed"),
            (text.replacing("index 5", with: "index 5\nextra QQ=="), "tlog-proof-malformed"),
            (text.replacing("index 5", with: "extra \nindex 5"), "tlog-proof-malformed"),
            (text.replacing("index 5", with: "extra QR==\nindex 5"), "tlog-proof-malformed"),
            (text.replacing("index 5", with: "extra QQ==\nextra QQ==\nindex 5"), "tlog-proof-malformed"),
            (text.replacing(hash, with: String(hash.dropLast())), "tlog-proof-malformed"),
            (text.replacing(hash, with: hash + " "), "tlog-proof-malformed"),
            (text.replacing("index 5\n", with: "index 5\n\n"), "checkpoint-malformed"),
            (text.replacing("\n13\n", with: "\n013\n"), "checkpoint-malformed"),
            (text + "x", "note-malformed"),
            (String(text.prefix { $0 != "\u{2014}" }), "note-malformed"),
            (
                text.replacing(hash, with: Array(repeating: hash, count: 60).joined(separator: "\n")),
                "tlog-proof-too-large"
            ),
            (String(repeating: "x", count: EntryProof.maximumLength + 1), "tlog-proof-too-large"),
        ]
        #expect(EntryProof.parse(Array(text.utf8)).code == nil)
        for (changed, expected) in cases {
            #expect(EntryProof.parse(Array(changed.utf8)).code == expected, "\(changed.prefix(60))")
        }
    }

    @Test("A file with one hash more, less or in another place proves nothing")
    func wrongHashes() throws {
        let proof = try proof(5, 13)
        let entry = tree.entries[5]
        func changed(_ hashes: [MerkleHash], index: Int = 5) -> String? {
            EntryProof(index: index, hashes: hashes, note: proof.note).flatMap { code($0, entry) }
        }
        #expect(changed(proof.hashes) == nil)
        #expect(changed(Array(proof.hashes.dropLast())) == "proof-wrong-length")
        #expect(changed(proof.hashes + [.emptyTree]) == "proof-wrong-length")
        #expect(changed(proof.hashes.reversed()) == "proof-root-mismatch")
        #expect(changed(proof.hashes, index: 4) == "proof-root-mismatch")
        #expect(changed(proof.hashes, index: 13) == "proof-out-of-range")
    }

    /// Every single bit of the file but those of the other lines' extra data is tied to the signature.
    @Test("One flipped bit anywhere is refused")
    func flippedBits() throws {
        let bytes = try proof(5, 13).bytes
        for place in bytes.indices {
            for bit in 0..<8 {
                var changed = bytes
                changed[place] ^= 1 << UInt8(bit)
                let refusal = EntryProof.parse(changed).flatMap {
                    $0.verify(entry: tree.entries[5], origin: Self.origin, keys: [signer.verifier])
                }.code
                #expect(refusal != nil, "byte \(place), bit \(bit)")
            }
        }
    }
}

extension Result where Failure == EntryProofFinding {
    fileprivate var code: String? {
        if case .failure(let finding) = self { finding.code } else { nil }
    }
}
