import Testing
import TransparencyLog

@Suite("signed notes")
struct SignedNoteTests {
    @Test(
        "published notes verify and come out byte for byte",
        arguments: [
            (PublishedNotes.fooNote, PublishedNotes.fooKey),
            (PublishedNotes.neumannNote, PublishedNotes.neumannKey),
        ])
    func publishedNotes(text: String, vkey: String) throws {
        let note = try SignedNote.parse(Array(text.utf8)).get()
        #expect(note.bytes == Array(text.utf8))
        #expect(try note.stripped(to: [NoteVerifier(vkey: vkey)]).get() == note)
    }

    @Test("the last empty line separates text and signatures")
    func poem() throws {
        let note = try SignedNote.parse(Array(PublishedNotes.poemNote.utf8)).get()
        #expect(note.text.hasSuffix("sole:\n\ned è subito sera.\n"))
        #expect(note.signatures.map(\.name) == ["quasimodo.example/salvatore"])
        #expect(note.signatures.map(\.keyID.hex) == ["367ba04b"])
        #expect(note.signatures.map(\.signature.count) == [64])
    }

    @Test("every single altered byte of a published note is refused")
    func alteredBytes() throws {
        let bytes = Array(PublishedNotes.fooNote.utf8)
        let key = try NoteVerifier(vkey: PublishedNotes.fooKey)
        for position in bytes.indices {
            var altered = bytes
            altered[position] ^= 1
            let result = SignedNote.parse(altered).flatMap { $0.stripped(to: [key]) }
            #expect(throws: NoteFinding.self, "byte \(position)") { try result.get() }
        }
    }

    @Test(
        "what is not a note",
        arguments: [
            "", "\n", "\n\n", "a\n", "a\n\n", "a\n\n\n", "a\n\n— k AAAAAAA=",
            "a\n\n— k AAAAAAA=\n\n",
            "a\n— k AAAAAAA=\n", "a\n\n- k AAAAAAA=\n", "a\n\n—k AAAAAAA=\n",
            "a\n\n— k  AAAAAAA=\n",
            "a\n\n— k AAAAAAA= \n", "a\n\n—  AAAAAAA=\n", "a\n\n— k\n",
            "a\n\n— k AAAAAA==\n",
            "a\n\n— k AAAAAAB=\n", "a\n\n— k AAAAAAA\n", "a\n\n— a+b AAAAAAA=\n",
            "a\n\n— a\u{A0}b AAAAAAA=\n", "a\n\n— k AAAAAAA=\r\n", "a\r\n\n— k AAAAAAA=\n",
            "a\tb\n\n— k AAAAAAA=\n", "a\u{0}\n\n— k AAAAAAA=\n", "a\n\n— k AAAAAAA=\nb\n",
        ])
    func malformed(text: String) {
        #expect(code(of: SignedNote.parse(Array(text.utf8))) == "note-malformed")
    }

    @Test("bytes that are not UTF-8, in the text or in a name")
    func invalidUTF8() {
        let line = Array("\n— k AAAAAAA=\n".utf8)
        for bytes in [[0xFF, 0x0A], [0xC0, 0x80, 0x0A], [0xED, 0xA0, 0x80, 0x0A]] as [[UInt8]] {
            #expect(code(of: SignedNote.parse(bytes + line)) == "note-malformed")
        }
        let name = Array("a\n\n— ".utf8) + [0xFF] + Array(" AAAAAAA=\n".utf8)
        #expect(code(of: SignedNote.parse(name)) == "note-malformed")
    }

    @Test("limits: 64 lines, 128 KiB, room for 16 signatures of 5 kB")
    func limits() throws {
        func note(lines: Int, signatureLength: Int) throws -> [UInt8] {
            let id = KeyID(value: 7)
            let blob = [UInt8](repeating: 1, count: signatureLength)
            let line = try #require(NoteSignature(name: "k", keyID: id, signature: blob)).line
            return Array(("a\n\n" + String(repeating: line + "\n", count: lines)).utf8)
        }
        let many = try SignedNote.parse(note(lines: 64, signatureLength: 64)).get()
        #expect(many.signatures.count == 64)
        let tooMany = try note(lines: 65, signatureLength: 64)
        #expect(code(of: SignedNote.parse(tooMany)) == "note-too-large")
        let large = try SignedNote.parse(note(lines: 16, signatureLength: 5_000)).get()
        #expect(large.signatures.count == 16)
        let ending = Array("\n\n— k AAAAAAA=\n".utf8)
        let padded = [UInt8](repeating: 0x61, count: 131_072 - ending.count) + ending
        #expect(throws: Never.self) { try SignedNote.parse(padded).get() }
        #expect(code(of: SignedNote.parse([0x61] + padded)) == "note-too-large")
        let flood = "a\n\n" + String(repeating: "— k AAAAAAA=\n", count: 100_000)
        #expect(code(of: SignedNote.parse(Array(flood.utf8))) == "note-too-large")
    }

    @Test("lines of unknown keys are dropped, also under a known name or a known ID")
    func unknownLines() throws {
        let (ours, other) = try signers()
        let text = "text\n"
        let good = try ours.sign(text)
        let sameName = try #require(
            NoteSignature(name: ours.name, keyID: KeyID(value: 1), signature: [1]))
        let sameID = try #require(
            NoteSignature(name: "elsewhere", keyID: ours.verifier.keyID, signature: [1]))
        let note = try #require(
            SignedNote(text: text, signatures: [sameName, good, try other.sign(text), sameID]))
        let stripped = try note.stripped(to: [ours.verifier]).get()
        #expect(stripped.signatures == [good])
        #expect(try note.stripped(to: [ours.verifier, other.verifier]).get().signatures.count == 2)
    }

    @Test("a wrong line under a known key refuses the note, whatever else is right")
    func wrongLine() throws {
        let (ours, other) = try signers()
        let note = try #require(
            SignedNote(
                text: "text\n", signatures: [try ours.sign("text\n"), try other.sign("else\n")]))
        let both = note.stripped(to: [ours.verifier, other.verifier])
        #expect(code(of: both) == "note-signature-invalid")
        #expect(code(of: note.stripped(to: [other.verifier])) == "note-signature-invalid")
        #expect(code(of: note.stripped(to: [])) == "note-no-trusted-signature")
    }

    @Test("two lines under one known key refuse the note")
    func repeatedLine() throws {
        let (ours, _) = try signers()
        let line = try ours.sign("text\n")
        let note = try #require(SignedNote(text: "text\n", signatures: [line, line]))
        #expect(code(of: note.stripped(to: [ours.verifier])) == "note-signature-duplicate")
    }

    private func signers() throws -> (NoteSigner, NoteSigner) {
        (
            try #require(
                NoteSigner(name: "example.com/a", privateKey: Array(repeating: 1, count: 32))),
            try #require(
                NoteSigner(name: "example.com/b", privateKey: Array(repeating: 2, count: 32)))
        )
    }

    private func code(of result: Result<SignedNote, NoteFinding>) -> String? {
        guard case .failure(let finding) = result else { return nil }
        return finding.code
    }
}
