import Testing
import TransparencyLog

@Suite("checkpoints")
struct CheckpointTests {
    private static let origin = "tongzhou.example/anhui/common/2026"
    private static let root = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I="

    @Test("the specification's checkpoint")
    func published() throws {
        let note = try SignedNote.parse(Array(PublishedNotes.sofaNote.utf8)).get()
        let checkpoint = try Checkpoint.parse(note.text).get()
        #expect(checkpoint.origin == "example.com/behind-the-sofa")
        #expect(checkpoint.size == 20_852_163)
        #expect(checkpoint.root.base64 == Self.root)
        #expect(checkpoint.body == note.text)
    }

    @Test(
        "what is not a checkpoint",
        arguments: [
            "", "o\n", "o\n1\n", "o\n1\n\(root)", "\n1\n\(root)\n", "o\n\n\(root)\n",
            "o\n01\n\(root)\n", "o\n00\n\(root)\n", "o\n+1\n\(root)\n", "o\n-1\n\(root)\n",
            "o\n 1\n\(root)\n", "o\n1 \n\(root)\n", "o\n1e3\n\(root)\n", "o\n１\n\(root)\n",
            "o\n9007199254740993\n\(root)\n", "o\n18446744073709551617\n\(root)\n",
            "o\n99999999999999999999999999999999\n\(root)\n", "o\n1\n\(root)\nextension\n",
            "o\n1\n\(root)\n\n", "\no\n1\n\(root)\n", "o\r\n1\r\n\(root)\r\n",
            "o\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2J=\n",
            "o\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I\n", "o\n1\nCsUYapGGPo4d\n",
            "o\n1\n\n", "o\n0\n\(root)\n",
        ])
    func malformed(body: String) {
        guard case .failure(let finding) = Checkpoint.parse(body) else {
            Issue.record("accepted \(body)")
            return
        }
        #expect(finding.code == "checkpoint-malformed")
    }

    @Test("sizes 0 and 2^53 are the ends of the range")
    func ends() throws {
        let empty = Checkpoint(origin: "o", size: 0, root: .emptyTree)
        #expect(try Checkpoint.parse(empty.body).get() == empty)
        let largest = "o\n9007199254740992\n\(Self.root)\n"
        #expect(try Checkpoint.parse(largest).get().body == largest)
    }

    @Test("an own checkpoint opens, reduced to its verified lines")
    func open() throws {
        let signer = try signer(1)
        let stranger = try #require(
            NoteSignature(name: "stranger", keyID: KeyID(value: 1), signature: [1, 2]))
        let checkpoint = Checkpoint(origin: Self.origin, size: 3, root: .leaf([3]))
        let line = try signer.sign(checkpoint.body)
        let note = try #require(SignedNote(text: checkpoint.body, signatures: [stranger, line]))
        let verified = try VerifiedCheckpoint.open(
            note: note.bytes, origin: Self.origin, keys: [signer.verifier]
        ).get()
        #expect(verified.checkpoint == checkpoint)
        #expect(verified.note == Array("\(checkpoint.body)\n\(line.line)\n".utf8))
    }

    @Test("each reason to refuse a checkpoint has its code")
    func refusals() throws {
        let signer = try signer(1)
        let good = Checkpoint(origin: Self.origin, size: 3, root: .leaf([3]))
        let extended = good.body + "extension\n"
        func open(_ text: String, signed: String? = nil, _ key: UInt8 = 1) throws -> String? {
            let line = try signer.sign(signed ?? text)
            let note = try #require(SignedNote(text: text, signatures: [line])).bytes
            let keys: NoteKeys = [try self.signer(key).verifier]
            let result = VerifiedCheckpoint.open(note: note, origin: Self.origin, keys: keys)
            guard case .failure(let finding) = result else { return nil }
            return finding.code
        }
        #expect(try open(good.body) == nil)
        #expect(try open(good.body, 2) == "note-no-trusted-signature")
        #expect(try open(good.body, signed: "else\n") == "note-signature-invalid")
        #expect(try open(extended) == "checkpoint-malformed")
        let other = Checkpoint(origin: Self.origin + "x", size: 3, root: .leaf([3]))
        #expect(try open(other.body) == "checkpoint-wrong-origin")
        let garbage = VerifiedCheckpoint.open(note: [1, 2, 3], origin: "o", keys: [])
        #expect(throws: NoteFinding.self) { try garbage.get() }
    }

    @Test("an origin that only looks the same is another log")
    func lookalikeOrigin() throws {
        let signer = try signer(1)
        let checkpoint = Checkpoint(origin: "caf\u{E9}", size: 0, root: .emptyTree)
        let line = try signer.sign(checkpoint.body)
        let note = try #require(SignedNote(text: checkpoint.body, signatures: [line]))
        let result = VerifiedCheckpoint.open(
            note: note.bytes, origin: "cafe\u{301}", keys: [signer.verifier])
        guard case .failure(.checkpointWrongOrigin) = result else {
            Issue.record("opened as \(result)")
            return
        }
    }

    private func signer(_ seed: UInt8) throws -> NoteSigner {
        try #require(NoteSigner(name: Self.origin, privateKey: Array(repeating: seed, count: 32)))
    }
}
