import Crypto

/// SHA-256 over whole bytes, as `sha256sum` prints it: names schemes, agreements and settlements.
///
/// Not a tree hash: no RFC 6962 prefix, so that anyone can check a scheme file with a standard tool.
public struct ContentDigest: Hashable, Sendable {
    /// 64 lower-case hexadecimal digits.
    public let hex: String

    /// The digest of `bytes`.
    public init(of bytes: [UInt8]) {
        hex = Hex.encode(Array(SHA256.hash(data: bytes)))
    }

    /// A digest somebody else wrote; `nil` unless it is exactly 64 lower-case hexadecimal digits.
    public init?(hex: String) {
        let units = Array(hex.utf8)
        guard units.count == 64, units.allSatisfy({ (48...57).contains($0) || (97...102).contains($0) }) else {
            return nil
        }
        self.hex = hex
    }
}
