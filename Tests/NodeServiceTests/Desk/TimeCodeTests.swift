import Federation
import Testing

@testable import NodeService

/// RFC 6238 appendix B (SHA-1, eight digits), RFC 4226 appendix D (six digits), RFC 4648 section 10.
@Suite("Codes by the time")
struct TimeCodeTests {
    private static let secret = TimeCode(secret: Array("12345678901234567890".utf8))

    @Test(
        "At the times of RFC 6238",
        arguments: [
            (59, "94287082"), (1_111_111_109, "07081804"), (1_111_111_111, "14050471"), (1_234_567_890, "89005924"),
            (2_000_000_000, "69279037"), (20_000_000_000, "65353130"),
        ] as [(Int64, String)])
    func times(seconds: Int64, code: String) {
        let step = TimeCode.step(at: Timestamp(secondsSinceEpoch: seconds))
        #expect(Self.secret.code(step, digits: 8) == code)
    }

    @Test("Of the counters of RFC 4226")
    func counters() {
        #expect(
            (0..<10).map { Self.secret.code($0) } == [
                "755224", "287082", "359152", "969429", "338314", "254676", "287922", "162583", "399871", "520489",
            ])
    }

    /// 338314 is the code of step 4, from 120 to 149 seconds.
    @Test(
        "One step early or late, and never twice",
        arguments: [(89, -1, nil), (90, -1, 4), (120, 3, 4), (179, -1, 4), (180, -1, nil), (120, 4, nil)]
            as [(Int64, Int64, Int64?)])
    func window(seconds: Int64, last: Int64, step: Int64?) {
        let moment = Timestamp(secondsSinceEpoch: seconds)
        #expect(Self.secret.step(of: "338314", at: moment, after: last) == step)
        #expect(Self.secret.step(of: "338315", at: moment, after: last) == nil)
        #expect(Self.secret.step(of: "", at: moment, after: last) == nil)
    }

    @Test(
        "Base 32",
        arguments: [
            ("", ""), ("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("foob", "MZXW6YQ"), ("fooba", "MZXW6YTB"),
            ("foobar", "MZXW6YTBOI"),
        ])
    func base32(text: String, encoded: String) { #expect(Base32.encode(Array(text.utf8)) == encoded) }
}
