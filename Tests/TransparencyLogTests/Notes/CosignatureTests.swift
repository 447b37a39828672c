import NationalCryptography
import Testing
import TransparencyLog

/// The lines were written by the aics-tlog package for Python with the key of RFC 8032 section 7.1, test 1, under the
/// checkpoint and at the time of the example in C2SP tlog-cosignature.
@Suite("cosignatures")
struct CosignatureTests {
    private static let vkey = "witness.example.com/w1+7e6f4aaa+BNdamAGCsQq31Uv+08lkBzoO4XLz2qYjJa8CGmj3B1Ea"
    private static let seed = "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"
    private static let time: Int64 = 1_679_315_147
    private static let blob =
        "fm9KqgAAAABkGFDL+TPmh4BYuAjsYRoqMJCWb/gWJaeRF/kmm5tlCr9sJ57DLErur7K0yDXc2ArN+TIuotuB/HbuL3AJsp3bv/aNCQ=="
    private static let withoutTime =
        "fm9KqgAAAAAAAAAA+XdBsivYd10TBAe5eLILdMFGFD396TzHf0FVcluX78s52/9c/lT6eNh0JcBAEdzQTSqRQboP4lSnE/S7SYT8CQ=="
    private static let beyondTime =
        "fm9KqoAAAAAAAAAAuh3AU8a1aUNbvOTb5owdYoIhbMPDg2jPah+WlAgDjQweOxCs0hFnP0jMrGKporGZ2t/FOmCFnDaEKmjvCOi3Ag=="

    private let checkpoint: Checkpoint
    private let signer: CosignatureSigner
    private let verifier: CosignatureVerifier
    private let log: NoteSigner

    init() throws {
        checkpoint = try Checkpoint.parse(SignedNote.parse(Array(PublishedNotes.sofaNote.utf8)).get().text).get()
        let seed = try #require(Hex.decode(Self.seed))
        signer = try #require(CosignatureSigner(name: "witness.example.com/w1", privateKey: seed))
        verifier = try CosignatureVerifier(vkey: Self.vkey)
        log = try #require(
            NoteSigner(name: checkpoint.origin, privateKey: [UInt8](repeating: 9, count: 32)))
    }

    private func line(_ blob: String, name: String = "witness.example.com/w1") throws -> NoteSignature {
        let bytes = try #require(Base64.decode(blob))
        let keyID = try #require(KeyID(bytes.prefix(4)))
        return try #require(NoteSignature(name: name, keyID: keyID, signature: Array(bytes.dropFirst(4))))
    }

    /// The note with the log's own line and then these.
    private func note(_ lines: NoteSignature...) throws -> [UInt8] {
        try #require(SignedNote(text: checkpoint.body, signatures: [try log.sign(checkpoint.body)] + lines)).bytes
    }

    private func open(_ note: [UInt8]) -> Result<CosignedCheckpoint, NoteFinding> {
        CosignedCheckpoint.open(
            note: note, origin: checkpoint.origin, keys: [log.verifier], cosigners: [verifier])
    }

    @Test("another implementation's key and line")
    func vector() throws {
        #expect(signer.verifier == verifier)
        #expect(signer.verifier.vkey == Self.vkey)
        let opened = try #require(verifier.open(try line(Self.blob), of: checkpoint))
        #expect(opened.time == Self.time && opened.cosigner == "witness.example.com/w1")
        // Ed25519 on this platform is the deterministic one of RFC 8032.
        #expect(try signer.cosign(checkpoint, at: Self.time) == opened)
        #expect(opened.line == Array("— witness.example.com/w1 \(Self.blob)\n".utf8))
    }

    @Test("the keys of logs and cosigners are never taken for each other")
    func types() throws {
        #expect(throws: VerifierKeyError.unsupportedType(4)) { try NoteVerifier(vkey: Self.vkey) }
        #expect(throws: VerifierKeyError.unsupportedType(1)) {
            try CosignatureVerifier(vkey: PublishedNotes.fooKey)
        }
        let asLog = try #require(NoteVerifier(name: verifier.name, publicKey: verifier.publicKey))
        #expect(asLog.keyID != verifier.keyID)
        #expect(!asLog.matches(try line(Self.blob)))
    }

    @Test("what a line does not say")
    func refused() throws {
        let good = try line(Self.blob)
        let other = Checkpoint(origin: checkpoint.origin, size: checkpoint.size + 1, root: checkpoint.root)
        let elsewhere = Checkpoint(origin: "example.com/other", size: checkpoint.size, root: checkpoint.root)
        #expect(verifier.open(good, of: other) == nil)
        #expect(verifier.open(good, of: elsewhere) == nil)
        // Rightly signed, and yet no time or one that is none.
        #expect(verifier.open(try line(Self.withoutTime), of: checkpoint) == nil)
        #expect(verifier.open(try line(Self.beyondTime), of: checkpoint) == nil)
        #expect(verifier.open(try line(Self.blob, name: "witness.example.com/w2"), of: checkpoint) == nil)
        for position in good.signature.indices {
            var bytes = good.signature
            bytes[position] ^= 1
            let changed = try #require(NoteSignature(name: good.name, keyID: good.keyID, signature: bytes))
            #expect(verifier.open(changed, of: checkpoint) == nil, "byte \(position)")
        }
        for length in [8, 71, 73] {
            let bytes = Array((good.signature + [0]).prefix(length))
            let cut = try #require(NoteSignature(name: good.name, keyID: good.keyID, signature: bytes))
            #expect(verifier.open(cut, of: checkpoint) == nil, "\(length) bytes")
        }
    }

    @Test("nothing is cosigned that is no checkpoint or has no time")
    func notCosigned() {
        #expect(throws: SigningError.textNotSignable) { try signer.cosign(checkpoint, at: 0) }
        let impossible = Checkpoint(origin: "o", size: 0, root: checkpoint.root)
        #expect(throws: SigningError.textNotSignable) { try signer.cosign(impossible, at: 1) }
    }

    @Test("only verified lines are kept: strangers' are dropped, a wrong one of a known cosigner spoils the note")
    func lines() throws {
        let good = try line(Self.blob)
        let stranger = try #require(NoteSignature(name: "stranger", keyID: KeyID(value: 7), signature: [1]))
        let opened = try open(try note(stranger, good)).get()
        #expect(opened.note == (try note(good)))
        #expect(opened.verified.note == (try note()))
        #expect(opened.cosignatures.map(\.time) == [Self.time])
        #expect(try open(try note()).get().cosignatures.isEmpty)

        let label = "witness.example.com/w1+7e6f4aaa"
        #expect(open(try note(good, good)) == .failure(.signatureDuplicate(detail: label)))
        #expect(open(try note(try line(Self.withoutTime))) == .failure(.signatureInvalid(detail: label)))

        // A log's mirror keeps the log's line alone, whatever else stands in the note.
        let alone = try VerifiedCheckpoint.open(
            note: try note(stranger, good), origin: checkpoint.origin, keys: [log.verifier]
        ).get()
        #expect(alone.note == (try note()))
    }

    /// The sizes of a cosigner's word by what is demanded of it: Ed25519, SM2, both.
    @Test(
        "a cosigner's word has a line of every algorithm that is demanded, all of one time",
        arguments: [
            ([], [0, 0, 0]), ([.ed25519], [1, 0, 0]), ([.sm2], [0, 1, 0]), ([.ed25519, .sm2], [2, 2, 2]),
            ([.sm2, .ed25519], [2, 2, 2]),
        ] as [([SignatureAlgorithm], [Int])])
    func word(said: [SignatureAlgorithm], counted: [Int]) throws {
        let name = verifier.name
        let sm2 = try #require(CosignatureSigner(name: name, privateKey: SM2PrivateKey.generate()))
        let other = try #require(
            CosignatureSigner(name: "witness.example.com/w2", privateKey: [UInt8](repeating: 8, count: 32)))
        func open(_ lines: [Cosignature]) throws -> CosignedCheckpoint {
            let note = try note() + lines.flatMap(\.line)
            return try CosignedCheckpoint.open(
                note: note, origin: checkpoint.origin, keys: [log.verifier],
                cosigners: [verifier, sm2.verifier, other.verifier]
            ).get()
        }
        let demands: [[SignatureAlgorithm]] = [[.ed25519], [.sm2], [.ed25519, .sm2]]
        let lines = try said.map { try ($0 == .sm2 ? sm2 : signer).cosign(checkpoint, at: Self.time) }
        let stranger = try other.cosign(checkpoint, at: Self.time)
        let opened = try open([stranger] + lines)
        #expect(demands.map { opened.word(of: name, required: $0).count } == counted)
        #expect(opened.word(of: name, required: [.ed25519, .sm2]).map(\.algorithm) == (counted[2] == 2 ? said : []))

        // A line of another time neither completes a word nor, complete by itself, is mixed with it.
        let late = try sm2.cosign(checkpoint, at: Self.time + 1)
        guard said == [.ed25519] else { return }
        let apart = try open(lines + [late])
        #expect(apart.word(of: name, required: [.ed25519, .sm2]).isEmpty)
        #expect(apart.word(of: name, required: [.ed25519]) == lines)
        #expect(apart.word(of: name, required: [.sm2]) == [late])
    }
}
