import NationalCryptography
import Testing

@Suite struct SM2Tests {
    /// GB/T 32918.5-2017, annex A.2: public key, identity, message and signature.
    private static let point = Hexadecimal.bytes(
        """
        04 09F9DF311E5421A150DD7D161E4BC5C672179FAD1833FC076BB08FF356F35020
        CCEA490CE26775A52DC6EA718CC1AA600AED05FBF35E084A6632F6072DA9AD13
        """)
    private static let signed = Hexadecimal.bytes(
        """
        F5A03B0648D2C4630EEAC513E1BB81A15944DA3827D5B74143AC7EACEEE720B3
        B1B6AA29DF212FD8763182BC0D421CA1BB9038FD1F7F42D4840B69C485BBC1AA
        """)
    private static let message = Array("message digest".utf8)
    /// The order of the curve's group, GB/T 32918.5-2017.
    private static let order = Hexadecimal.bytes("FFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFF7203DF6B21C6052B53BBF40939D54123")

    @Test func theStandardsExampleHolds() throws {
        let key = try #require(SM2PublicKey(point: Self.point))
        let signature = try #require(SM2Signature(bytes: Self.signed))
        #expect(key.verifies(signature, of: Self.message))
        for place in Self.signed.indices {
            var bytes = Self.signed
            bytes[place] ^= 1
            #expect(!key.verifies(try #require(SM2Signature(bytes: bytes)), of: Self.message))
        }
        for place in Self.message.indices {
            var other = Self.message
            other[place] ^= 1
            #expect(!key.verifies(signature, of: other))
        }
    }

    /// r and s must lie between 1 and n - 1 (GB/T 32918.2-2016 7.1, steps 1 and 2).
    @Test func numbersOutOfRangeAreRefused() throws {
        let key = try #require(SM2PublicKey(point: Self.point))
        let zero = [UInt8](repeating: 0, count: 32)
        let all = [UInt8](repeating: 0xff, count: 32)
        let (r, s) = (Array(Self.signed.prefix(32)), Array(Self.signed.suffix(32)))
        for bytes in [zero + s, r + zero, Self.order + s, r + Self.order, all + s, r + all, zero + zero] {
            #expect(!key.verifies(try #require(SM2Signature(bytes: bytes)), of: Self.message))
        }
        for count in [0, 63, 65, 128] {
            #expect(SM2Signature(bytes: [UInt8](repeating: 1, count: count)) == nil)
        }
    }

    @Test func aPointThatIsNoneIsRefused() {
        var offCurve = Self.point
        offCurve[64] ^= 1
        let x = Array(Self.point[1...32])
        let beyond = [0x04] + [UInt8](repeating: 0xff, count: 64)
        let compressed = [0x02 | (Self.point[64] & 1)] + x
        let hybrid = [0x06 | (Self.point[64] & 1)] + Self.point.dropFirst()
        // The generator of P-256 (FIPS 186-4 D.1.2.3) is on that curve and not on ours.
        let otherCurve = Hexadecimal.bytes(
            """
            04 6B17D1F2E12C4247F8BCE6E563A440F277037D812DEB33A0F4A13945D898C296
            4FE342E2FE1A7F9B8EE7EB4A7C0F9E162BCE33576B315ECECBB6406837BF51F5
            """)
        for point in [
            [], [0], [UInt8](repeating: 0, count: 65), [0x04] + [UInt8](repeating: 0, count: 64), offCurve, beyond,
            compressed, hybrid, otherCurve, Self.point + [0], Array(Self.point.dropLast()),
        ] {
            #expect(SM2PublicKey(point: point) == nil, "\(Hexadecimal.text(point))")
        }
    }

    /// One signature, one DER text: other encodings of the same two numbers are refused.
    @Test func onlyCanonicalDERIsRead() throws {
        let signature = try #require(SM2Signature(bytes: Self.signed))
        let der = try #require(signature.der)
        #expect(SM2Signature(der: der) == signature)
        let (r, s) = ([0x00] + Self.signed.prefix(32), [0x00] + Self.signed.suffix(32))
        func sequence(_ body: [UInt8]) -> [UInt8] { [0x30, UInt8(body.count)] + body }
        func integer(_ bytes: [UInt8]) -> [UInt8] { [0x02, UInt8(bytes.count)] + bytes }
        #expect(der == sequence(integer(r) + integer(s)))
        for other in [
            sequence(integer([0] + r) + integer(s)), sequence(integer(r) + integer(s)) + [0],
            sequence(integer(r) + integer(s) + [0x05, 0x00]), [0x30, 0x81, 70] + integer(r) + integer(s),
            [0x30, 0x80] + integer(r) + integer(s) + [0, 0], sequence(integer(Array(r.dropFirst())) + integer(s)),
            sequence(integer(r)), Array(der.dropLast()), sequence(integer([1] + r) + integer(s)), [],
        ] {
            #expect(SM2Signature(der: other) == nil, "\(Hexadecimal.text(other))")
        }
    }

    @Test func whatIsSignedHereVerifiesWithTheCommandLine() throws {
        let tool = try OpenSSLTool()
        defer { tool.remove() }
        let key = try SM2PrivateKey.generate()
        let message = try tool.write(Self.message, "message")
        let signature = try key.signature(of: Self.message)
        #expect(key.publicKey.verifies(signature, of: Self.message))
        let der = try tool.write(try #require(signature.der), "signature")
        let publicKey = try tool.write(key.publicKey.pem(), "public.pem")
        for (user, isAccepted) in [("1234567812345678", true), ("8765432187654321", false)] {
            let said = try tool.run(
                "pkeyutl", "-verify", "-pubin", "-inkey", publicKey, "-in", message, "-rawin", "-digest", "sm3",
                "-pkeyopt", "distid:\(user)", "-sigfile", der)
            #expect(said.isDone == isAccepted)
        }
    }

    @Test func whatTheCommandLineSignsVerifiesHere() throws {
        let tool = try OpenSSLTool()
        defer { tool.remove() }
        try tool.run("genpkey", "-algorithm", "SM2", "-out", tool.path("key.pem"))
        try tool.run("pkey", "-in", tool.path("key.pem"), "-pubout", "-out", tool.path("public.pem"))
        let message = try tool.write(Self.message, "message")
        try tool.run(
            "pkeyutl", "-sign", "-inkey", tool.path("key.pem"), "-in", message, "-rawin", "-digest", "sm3", "-pkeyopt",
            "distid:1234567812345678", "-out", tool.path("signature"))
        let key = try #require(SM2PrivateKey(pem: tool.text("key.pem"))).publicKey
        #expect(try key.pem() == tool.text("public.pem"))
        let signature = try #require(SM2Signature(der: tool.bytes("signature")))
        #expect(key.verifies(signature, of: Self.message))
        #expect(!key.verifies(signature, of: Self.message + [0]))
    }

    @Test func keyFilesInTheClearAndEncrypted() throws {
        let tool = try OpenSSLTool()
        defer { tool.remove() }
        let key = try SM2PrivateKey.generate()
        let passphrase = Array("长江-2026".utf8)
        let clear = try key.pem()
        #expect(SM2PrivateKey(pem: clear)?.publicKey == key.publicKey)
        let encrypted = try key.pem(passphrase: passphrase)
        #expect(encrypted.hasPrefix("-----BEGIN ENCRYPTED "))
        #expect(SM2PrivateKey(pem: encrypted, passphrase: passphrase)?.publicKey == key.publicKey)
        #expect(SM2PrivateKey(pem: encrypted, passphrase: passphrase + [0x31]) == nil)
        #expect(SM2PrivateKey(pem: encrypted, passphrase: []) == nil)
        #expect(SM2PrivateKey(pem: encrypted) == nil)
        let file = try tool.write(encrypted, "key.pem")
        let said = try tool.run("pkey", "-in", file, "-passin", "pass:长江-2026", "-pubout")
        #expect(said.isDone)
        #expect(said.output == (try key.publicKey.pem()))
        let structure = try tool.run("asn1parse", "-in", file).output
        // 600 000 rounds, of what is not the standard's default (RFC 8018 A.2).
        #expect(["sm4-cbc", ":0927C0", "hmacWithSHA256"].allSatisfy(structure.contains), "\(structure)")
    }

    @Test(arguments: ["P-256", "secp256k1", "P-384"])
    func keysOfOtherCurvesAreRefused(_ curve: String) throws {
        let tool = try OpenSSLTool()
        defer { tool.remove() }
        for encoding in ["named_curve", "explicit"] {
            try tool.run(
                "genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:\(curve)", "-pkeyopt",
                "ec_param_enc:\(encoding)", "-out", tool.path("key.pem"))
            #expect(SM2PrivateKey(pem: try tool.text("key.pem")) == nil)
        }
    }

    @Test(arguments: [
        "", "-----BEGIN PUBLIC KEY-----\n-----END PUBLIC KEY-----\n", "key", String(repeating: "A", count: 70_000),
    ])
    func whatIsNoKeyFileIsRefused(_ text: String) {
        #expect(SM2PrivateKey(pem: text) == nil)
    }
}
