import Crypto

/// The 32-bit identifier of a note key. With the key's name it selects the key to verify with; it
/// proves nothing by itself.
public struct KeyID: Hashable, Sendable {
    /// The four bytes read as a big-endian number.
    public let value: UInt32

    public init(value: UInt32) {
        self.value = value
    }

    /// From exactly four bytes, big-endian; nil for any other number.
    public init?(_ bytes: some Collection<UInt8>) {
        guard bytes.count == 4 else { return nil }
        value = bytes.reduce(0) { $0 << 8 | UInt32($1) }
    }

    /// SHA-256(name || 0x0A || type || public key)[:4], the recommended form of C2SP signed-note;
    /// `typeAndKey` starts with the signature type.
    public init(name: String, typeAndKey: [UInt8]) {
        let digest = SHA256.hash(data: Array(name.utf8) + [0x0A] + typeAndKey)
        value = digest.prefix(4).reduce(0) { $0 << 8 | UInt32($1) }
    }

    /// The four bytes, big-endian.
    public var bytes: [UInt8] {
        withUnsafeBytes(of: value.bigEndian) { Array($0) }
    }

    /// Eight lower-case hexadecimal digits.
    public var hex: String { Hex.encode(bytes) }
}
