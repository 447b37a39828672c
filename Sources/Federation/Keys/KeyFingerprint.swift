public import TransparencyLog

/// What people compare over the telephone: SHA-256 of the 32 raw bytes of a log key.
public struct KeyFingerprint: Hashable, Sendable {
    public let digest: ContentDigest

    public init(of key: [UInt8]) { digest = ContentDigest(of: key) }

    /// 64 lower-case hexadecimal digits.
    public var hex: String { digest.hex }

    /// The first 32 digits in groups of four, to read aloud: 128 bits, more than anyone can make collide with a
    /// given key.
    public var spoken: String {
        let digits = Array(hex.utf8.prefix(32))
        return stride(from: 0, to: 32, by: 4).map { String(decoding: digits[$0..<$0 + 4], as: UTF8.self) }
            .joined(separator: " ")
    }

    /// Whether a person typed this fingerprint: at least its first 8 digits, in any grouping.
    public func matches(typed: String) -> Bool {
        let digits = typed.utf8.filter { $0 != UInt8(ascii: " ") }.map { (65...70).contains($0) ? $0 + 32 : $0 }
        return digits.count >= 8 && hex.utf8.starts(with: digits)
    }
}
