import NationalCryptography
import Testing
import TransparencyLog

/// The form of a public key that openssl reads.
@Suite("SubjectPublicKeyInfo")
struct SubjectPublicKeyInfoTests {
    /// The public key of RFC 8410, section 10.1.
    @Test("The published example of Ed25519")
    func ed25519() throws {
        let key = try #require(Hex.decode("19bf44096984cdfe8541bac167dc3b96c85086aa30b6b6cb0c5c38ad703166e1"))
        #expect(
            Base64.encode(SignatureAlgorithm.ed25519.subjectPublicKeyInfo(of: key))
                == "MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=")
    }

    @Test("SM2 as libcrypto writes it")
    func sm2() throws {
        let key = try SM2PrivateKey.generate().publicKey
        let lines = try key.pem().split(separator: "\n").filter { !$0.hasPrefix("-----") }
        #expect(Base64.encode(SignatureAlgorithm.sm2.subjectPublicKeyInfo(of: key.point)) == lines.joined())
    }
}
