/// Checks on an encoded Ed25519 public key (RFC 8032 section 5.1.2) that signature verification
/// does not make.
enum Ed25519Point {
    static let byteCount = 32

    /// Whether the key is canonically encoded and not one of the eight points of small order,
    /// under which a signature can be made without any private key.
    static func isAcceptable(_ publicKey: [UInt8]) -> Bool {
        guard publicKey.count == byteCount else { return false }
        var y = publicKey
        y[byteCount - 1] &= 0x7F
        return isBelowPrime(y) && !smallOrder.contains(y)
    }

    /// The y coordinates of the small-order points: 0, 1, p - 1 and the two of order eight.
    private static let smallOrder: [[UInt8]] = [
        Array(repeating: 0, count: byteCount),
        [1] + Array(repeating: 0, count: byteCount - 1),
        [0xEC] + Array(repeating: 0xFF, count: byteCount - 2) + [0x7F],
        [
            0x26, 0xE8, 0x95, 0x8F, 0xC2, 0xB2, 0x27, 0xB0, 0x45, 0xC3, 0xF4, 0x89, 0xF2, 0xEF,
            0x98, 0xF0, 0xD5, 0xDF, 0xAC, 0x05, 0xD3, 0xC6, 0x33, 0x39, 0xB1, 0x38, 0x02, 0x88,
            0x6D, 0x53, 0xFC, 0x05,
        ],
        [
            0xC7, 0x17, 0x6A, 0x70, 0x3D, 0x4D, 0xD8, 0x4F, 0xBA, 0x3C, 0x0B, 0x76, 0x0D, 0x10,
            0x67, 0x0F, 0x2A, 0x20, 0x53, 0xFA, 0x2C, 0x39, 0xCC, 0xC6, 0x4E, 0xC7, 0xFD, 0x77,
            0x92, 0xAC, 0x03, 0x7A,
        ],
    ]

    /// Whether the little-endian number is below p = 2^255 - 19.
    private static func isBelowPrime(_ y: [UInt8]) -> Bool {
        let isHighest = y[byteCount - 1] == 0x7F && y[1..<byteCount - 1].allSatisfy { $0 == 0xFF }
        return !isHighest || y[0] < 0xED
    }
}
