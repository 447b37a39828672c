/// Standard base 64 (RFC 4648 section 4) with padding, in its one canonical spelling.
///
/// Foundation's decoder is not used: this target has to stay free of it, and a decoder that
/// tolerates stray trailing bits would let one signature be written in several ways.
public enum Base64 {
    private static let alphabet = Array(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    private static let padding = UInt8(ascii: "=")

    /// The padded text for `bytes`; empty for no bytes.
    public static func encode(_ bytes: [UInt8]) -> String {
        var text: [UInt8] = []
        text.reserveCapacity((bytes.count + 2) / 3 * 4)
        var position = 0
        while position < bytes.count {
            let second = position + 1 < bytes.count ? bytes[position + 1] : 0
            let third = position + 2 < bytes.count ? bytes[position + 2] : 0
            let group = UInt32(bytes[position]) << 16 | UInt32(second) << 8 | UInt32(third)
            text.append(alphabet[Int(group >> 18 & 63)])
            text.append(alphabet[Int(group >> 12 & 63)])
            text.append(position + 1 < bytes.count ? alphabet[Int(group >> 6 & 63)] : padding)
            text.append(position + 2 < bytes.count ? alphabet[Int(group & 63)] : padding)
            position += 3
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// The bytes `text` stands for, or nil unless `text` is exactly what `encode` would write:
    /// no white space, full padding, zero bits after the last byte.
    public static func decode(_ text: some Collection<UInt8>) -> [UInt8]? {
        guard text.count % 4 == 0 else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count / 4 * 3)
        var group: UInt32 = 0
        var symbols = 0
        var paddings = 0
        for symbol in text {
            if symbol == padding {
                paddings += 1
                group <<= 6
            } else {
                guard paddings == 0, let value = value(of: symbol) else { return nil }
                group = group << 6 | value
            }
            symbols += 1
            guard symbols % 4 == 0 else { continue }
            switch paddings {
            case 0: break
            case 1 where group & 0xFF == 0: break
            case 2 where group & 0xFFFF == 0: break
            default: return nil
            }
            bytes.append(UInt8(truncatingIfNeeded: group >> 16))
            if paddings < 2 { bytes.append(UInt8(truncatingIfNeeded: group >> 8)) }
            if paddings < 1 { bytes.append(UInt8(truncatingIfNeeded: group)) }
            group = 0
        }
        return bytes
    }

    /// `decode` for text held as a `String`.
    public static func decode(_ text: String) -> [UInt8]? {
        decode(text.utf8)
    }

    private static func value(of symbol: UInt8) -> UInt32? {
        switch symbol {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(symbol - UInt8(ascii: "A"))
        case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(symbol - UInt8(ascii: "a")) + 26
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(symbol - UInt8(ascii: "0")) + 52
        case UInt8(ascii: "+"): 62
        case UInt8(ascii: "/"): 63
        default: nil
        }
    }
}
