import Testing
import TransparencyLog

@Suite("note keys")
struct NoteKeyTests {
    @Test("published verifier keys", arguments: [PublishedNotes.fooKey, PublishedNotes.neumannKey])
    func publishedKeys(vkey: String) throws {
        let verifier = try NoteVerifier(vkey: vkey)
        #expect(verifier.vkey == vkey)
        #expect(NoteVerifier(name: verifier.name, publicKey: verifier.publicKey) == verifier)
    }

    @Test("a published private key signs under its published verifier key")
    func publishedSigner() throws {
        let seed = try #require(Base64.decode(PublishedNotes.neumannSeed)).dropFirst()
        let signer = try #require(NoteSigner(name: "PeterNeumann", privateKey: Array(seed)))
        #expect(signer.verifier.vkey == PublishedNotes.neumannKey)
        let signature = try signer.sign("text\n")
        #expect(signer.verifier.verifies(signature, of: "text\n"))
        #expect(!signer.verifier.verifies(signature, of: "text \n"))
    }

    @Test("RFC 8032 section 7.1 test 1: the public key of a seed")
    func rfc8032() throws {
        let seed = try #require(
            Hex.decode("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"))
        let signer = try #require(NoteSigner(name: "k", privateKey: seed))
        #expect(
            Hex.encode(signer.verifier.publicKey)
                == "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a")
    }

    @Test(
        "a text that is not a verifier key says why",
        arguments: [
            ("", .malformed),
            ("example.com/foo", .malformed),
            ("example.com/foo+530d903a", .malformed),
            ("+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k", .malformed),
            ("a b+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k", .malformed),
            ("example.com/foo+530D903A+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k", .malformed),
            ("example.com/foo+530d90+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k", .malformed),
            ("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2", .malformed),
            ("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k\n", .malformed),
            ("example.com/foo+530d903a+", .malformed),
            (
                "example.com/bar+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                .keyIDMismatch(expected: KeyID(value: 0xC6FB_2E3E))
            ),
            (
                "example.com/foo+530d903a+BOkyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                .unsupportedType(4)
            ),
            ("example.com/foo+530d903a+AQ==", .weakKey),
        ] as [(String, VerifierKeyError)])
    func refused(vkey: String, expected: VerifierKeyError) {
        #expect(throws: expected) { try NoteVerifier(vkey: vkey) }
    }

    /// The encodings of the small-order points and two that exceed the field's prime, as
    /// in "Taming the many EdDSAs" (Chalkias, Garillot, Nikolaenko 2020).
    @Test(
        "a public key under which anyone can sign is refused",
        arguments: [
            "0100000000000000000000000000000000000000000000000000000000000000",
            "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
            "0000000000000000000000000000000000000000000000000000000000000080",
            "0000000000000000000000000000000000000000000000000000000000000000",
            "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
            "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
            "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
            "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
            "0100000000000000000000000000000000000000000000000000000000000080",
            "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
            "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
            "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
        ])
    func weakKeys(hex: String) throws {
        let key = try #require(Hex.decode(hex))
        #expect(NoteVerifier(name: "example.com/log", publicKey: key) == nil)
    }

    @Test("lengths other than 32 bytes", arguments: [0, 31, 33, 64])
    func lengths(count: Int) {
        let bytes = [UInt8](repeating: 9, count: count)
        #expect(NoteVerifier(name: "k", publicKey: bytes) == nil)
        #expect(NoteSigner(name: "k", privateKey: bytes) == nil)
    }

    @Test(
        "names with Unicode space, plus or control characters",
        arguments: ["", " ", "a b", "a\u{3000}b", "a\u{A0}", "a\u{2028}", "a+b", "a\nb", "a\u{0}"])
    func names(name: String) {
        let seed = [UInt8](repeating: 9, count: 32)
        #expect(NoteSigner(name: name, privateKey: seed) == nil)
        #expect(NoteSignature(name: name, keyID: KeyID(value: 1), signature: [1]) == nil)
    }

    @Test(
        "a text that is no note text is not signed",
        arguments: ["", "a", "a\r\n", "a\tb\n", "\n\0"])
    func unsignable(text: String) throws {
        let signer = try #require(
            NoteSigner(name: "k", privateKey: [UInt8](repeating: 9, count: 32)))
        #expect(throws: SigningError.textNotSignable) { try signer.sign(text) }
    }

    @Test("names that look alike but differ in bytes are two keys")
    func canonicalEquivalence() throws {
        let seed = [UInt8](repeating: 9, count: 32)
        let composed = try #require(NoteSigner(name: "caf\u{E9}", privateKey: seed))
        let decomposed = try #require(NoteSigner(name: "cafe\u{301}", privateKey: seed))
        #expect(composed.name == decomposed.name)
        #expect(composed.verifier != decomposed.verifier)
        #expect(!composed.verifier.matches(try decomposed.sign("a\n")))
    }
}
