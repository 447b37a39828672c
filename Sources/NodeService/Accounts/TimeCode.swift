import Crypto
import Federation

/// One-time codes by the time: RFC 6238 with HMAC-SHA-1 and steps of thirty seconds.
struct TimeCode {
    let secret: [UInt8]

    static let digits = 6
    private static let stepSeconds = Int64(30)

    static func step(at moment: Timestamp) -> Int64 { moment.secondsSinceEpoch / stepSeconds }

    /// The code of a step (RFC 4226, section 5.3).
    func code(_ step: Int64, digits: Int = digits) -> String {
        let counter = withUnsafeBytes(of: step.bigEndian) { Array($0) }
        let mac = Array(
            HMAC<Insecure.SHA1>.authenticationCode(for: counter, using: SymmetricKey(data: secret)))
        let offset = Int(mac[mac.count - 1] & 0x0F)
        let value = mac[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) } & 0x7FFF_FFFF
        let modulus = (0..<digits).reduce(1) { product, _ in product * 10 }
        let text = String(value % modulus)
        return String(repeating: "0", count: digits - text.count) + text
    }

    /// The step whose code it is: the present one, the one before or after, later than the last one used. `nil`: none.
    func step(of code: String, at moment: Timestamp, after last: Int64) -> Int64? {
        let now = Self.step(at: moment)
        return (now - 1...now + 1).first { step in
            step > last && SameBytes.areEqual(Array(self.code(step).utf8), Array(code.utf8))
        }
    }
}
