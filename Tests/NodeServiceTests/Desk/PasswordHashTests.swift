import Testing

@testable import NodeService

/// RFC 7914 section 12: the first 32 bytes of its results, which is what a shorter output is.
@Suite("Passwords as they are kept")
struct PasswordHashTests {
    @Test(
        "The vectors of RFC 7914",
        arguments: [
            ("", "", 16, 1, 1, "77d6576238657b203b19ca42c18a0497f16b4844e3074ae8dfdffa3fede21442"),
            ("password", "NaCl", 1024, 8, 16, "fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162"),
        ] as [(String, String, Int, Int, Int, String)])
    func vectors(
        password: String, salt: String, rounds: Int, blockSize: Int, parallelism: Int, expected: String
    ) throws {
        let kept = try PasswordHash(
            password, salt: Array(salt.utf8), rounds: rounds, blockSize: blockSize, parallelism: parallelism)
        #expect(kept.hash.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() == expected)
        #expect(kept.matches(password) && !kept.matches(password + "x"))
    }
}
