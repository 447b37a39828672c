import Crypto
import NationalCryptography
import Testing
import TransparencyLog

/// `docs/sm2-note.md`: a second line under a log's name that readers who know nothing of it pass over.
@Suite("SM2 signature lines")
struct SM2NoteTests {
    private static let checkpoint = Checkpoint(
        origin: "430000.example/common/1", size: 0,
        root: MerkleHash(Array(SHA256.hash(data: [UInt8]()))) ?? .emptyTree)
    private let ed25519: NoteSigner
    private let sm2: NoteSigner
    private let note: SignedNote

    init() throws {
        ed25519 = try #require(NoteSigner(name: Self.checkpoint.origin, privateKey: Array(repeating: 3, count: 32)))
        sm2 = try #require(NoteSigner(name: Self.checkpoint.origin, privateKey: SM2PrivateKey.generate()))
        let text = Self.checkpoint.body
        note = try #require(SignedNote(text: text, signatures: [ed25519.sign(text), sm2.sign(text)]))
    }

    /// The key ID as signed-note gives it for identifiers of one's own, worked out here from its words.
    @Test("the key ID is that of the specification")
    func keyID() {
        let material = [0xFF] + Array("sm2-sm3.tongzhou/v1".utf8) + [0x00] + sm2.verifier.publicKey
        let digest = SHA256.hash(data: Array(Self.checkpoint.origin.utf8) + [0x0A] + material)
        #expect(sm2.verifier.keyID.bytes == Array(digest.prefix(4)))
        #expect(sm2.verifier.publicKey.count == 65 && sm2.verifier.algorithm == .sm2)
        let vkey = "\(Self.checkpoint.origin)+\(Hex.encode(Array(digest.prefix(4))))+\(Base64.encode(material))"
        #expect(sm2.verifier.vkey == vkey)
        #expect((try? NoteVerifier(vkey: vkey)) == sm2.verifier)
    }

    @Test("either key, both, or one that is required")
    func policies() throws {
        let (one, other) = (ed25519.verifier, sm2.verifier)
        let cases: [(keys: NoteKeys, lines: Int?)] = [
            ([one], 1), ([other], 1), ([one, other], 2), (NoteKeys([one, other], required: [.ed25519, .sm2]), 2),
            (NoteKeys([one], required: [.sm2]), nil), (NoteKeys([other], required: [.ed25519]), nil),
        ]
        for (keys, lines) in cases {
            let opened = VerifiedCheckpoint.open(note: note.bytes, origin: Self.checkpoint.origin, keys: keys)
            #expect((try? opened.get()).flatMap { try? SignedNote.parse($0.note).get().signatures.count } == lines)
        }
        let alone = try #require(SignedNote(text: note.text, signatures: [note.signatures[0]]))
        let keys = NoteKeys([one, other], required: [.ed25519, .sm2])
        #expect(alone.stripped(to: keys) == .failure(.signatureMissing(detail: "sm2")))
        let only = try #require(SignedNote(text: note.text, signatures: [note.signatures[1]]))
        #expect(only.stripped(to: keys) == .failure(.signatureMissing(detail: "ed25519")))
    }

    @Test("a false line of a known key refuses the note, whatever the other line says")
    func falseLine() throws {
        for place in [0, 31, 32, 63] {
            var bytes = note.signatures[1].signature
            bytes[place] ^= 1
            let line = try #require(
                NoteSignature(name: sm2.name, keyID: sm2.verifier.keyID, signature: bytes))
            let forged = try #require(SignedNote(text: note.text, signatures: [note.signatures[0], line]))
            guard case .failure(.signatureInvalid) = forged.stripped(to: [ed25519.verifier, sm2.verifier]) else {
                Issue.record("taken with byte \(place) changed")
                continue
            }
            // Who does not know the key passes the line over.
            #expect((try? forged.stripped(to: [ed25519.verifier]).get())?.signatures.count == 1)
        }
        for count in [0, 1, 63, 65, 72] where count > 0 {
            let line = try #require(
                NoteSignature(
                    name: sm2.name, keyID: sm2.verifier.keyID, signature: Array(repeating: 1, count: count)))
            #expect(!sm2.verifier.verifies(line, of: note.text))
        }
    }

    @Test("an SM2 cosignature holds under its own header and no other")
    func cosignature() throws {
        let key = try SM2PrivateKey.generate()
        let signer = try #require(CosignatureSigner(name: "430000.example/witness", privateKey: key))
        let cosignature = try signer.cosign(Self.checkpoint, at: 1_700_000_000)
        #expect(signer.verifier.open(cosignature.signature, of: Self.checkpoint)?.time == 1_700_000_000)
        #expect((try? CosignatureVerifier(vkey: signer.verifier.vkey)) == signer.verifier)
        let bytes = cosignature.signature.signature
        let signature = try #require(SM2Signature(bytes: Array(bytes.dropFirst(8))))
        func holds(_ header: String) -> Bool {
            key.publicKey.verifies(signature, of: Array("\(header)time 1700000000\n\(Self.checkpoint.body)".utf8))
        }
        #expect(holds("sm2-sm3-cosignature.tongzhou/v1\n430000.example/witness\n"))
        #expect(!holds("sm2-sm3-cosignature.tongzhou/v1\n430000.example/mirror\n") && !holds("cosignature/v1\n"))
        // One key serves both names, so a line must not pass for the other's.
        let mirror = try #require(CosignatureSigner(name: "430000.example/mirror", privateKey: key))
        let renamed = try #require(
            NoteSignature(name: mirror.verifier.name, keyID: mirror.verifier.keyID, signature: bytes))
        #expect(mirror.verifier.open(renamed, of: Self.checkpoint) == nil)
        // What the key signed as a log is no cosignature, and the other way round.
        let log = try #require(NoteSigner(name: "430000.example/witness", privateKey: key))
        #expect(!log.verifier.matches(cosignature.signature))
        let later = Checkpoint(origin: Self.checkpoint.origin, size: 1, root: Self.checkpoint.root)
        #expect(signer.verifier.open(cosignature.signature, of: later) == nil)
    }

    @Test("a key of one type is none of another")
    func types() throws {
        let cosigner = try #require(CosignatureSigner(name: "w", privateKey: SM2PrivateKey.generate()))
        #expect(throws: VerifierKeyError.unsupportedType(0xFF)) { try NoteVerifier(vkey: cosigner.verifier.vkey) }
        #expect(throws: VerifierKeyError.unsupportedType(0xFF)) { try CosignatureVerifier(vkey: sm2.verifier.vkey) }
        let point = sm2.verifier.publicKey
        #expect(NoteVerifier(name: "k", publicKey: point) == nil)
        #expect(NoteVerifier(name: "k", publicKey: Array(repeating: 0x11, count: 32), algorithm: .sm2) == nil)
        var off = point
        off[64] ^= 1
        #expect(NoteVerifier(name: "k", publicKey: off, algorithm: .sm2) == nil)
    }
}
