import Foundation

/// Decoding of GB 18030 (GB 18030-2000 tables of the platform; GBK and GB 2312 are parts of it).
enum GB18030 {
    /// The text as UTF-8 bytes, or `nil` if any byte does not belong to a well-formed character
    /// that has a meaning.
    static func utf8(from bytes: some Collection<UInt8>) -> [UInt8]? {
        guard isWellFormed(bytes),
            let text = String(data: Data(bytes), encoding: encoding)
        else { return nil }
        return Array(text.utf8)
    }

    /// The platform reads a lone 0x80 as the euro sign of an old Windows code page; the standard
    /// does not, so the pattern of lead and trail bytes is checked here first.
    private static func isWellFormed(_ bytes: some Collection<UInt8>) -> Bool {
        var rest = bytes.makeIterator()
        while let lead = rest.next() {
            if lead < 0x80 { continue }
            guard isLead(lead), let second = rest.next() else { return false }
            switch second {
            case 0x40...0x7E, 0x80...0xFE:
                continue
            case 0x30...0x39:
                guard let third = rest.next(), isLead(third),
                    let fourth = rest.next(), (0x30...0x39).contains(fourth)
                else { return false }
            default:
                return false
            }
        }
        return true
    }

    private static func isLead(_ byte: UInt8) -> Bool {
        (0x81...0xFE).contains(byte)
    }

    /// Foundation names it only through CoreFoundation, which Swift does not see on Linux:
    /// kCFStringEncodingGB_18030_2000 (0x0632) with the bit that marks a CoreFoundation value.
    private static let encoding = String.Encoding(rawValue: 0x8000_0632)
}
