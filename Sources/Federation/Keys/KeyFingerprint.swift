public import TransparencyLog

/// What people compare over the telephone: SHA-256 of the raw bytes of a key (32 of a log key), or of the facts of a
/// peer file.
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

    /// 64 bits: fewer can be met by trying keys, and who prepares the attack has years.
    public static let leastDigits = 16

    /// Whether a person typed this fingerprint: at least its first ``leastDigits`` digits, in any grouping.
    public func matches(typed: String) -> Bool {
        !Self.isTooShort(typed: typed) && hex.utf8.starts(with: Self.digits(typed))
    }

    /// Whether what was typed has fewer digits than are compared.
    public static func isTooShort(typed: String) -> Bool { digits(typed).count < leastDigits }

    private static func digits(_ typed: String) -> [UInt8] {
        typed.utf8.filter { $0 != UInt8(ascii: " ") }.map { (65...70).contains($0) ? $0 + 32 : $0 }
    }
}
