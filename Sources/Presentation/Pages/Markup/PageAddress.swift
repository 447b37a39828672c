public import Compensation

/// Where a page or a download is, below the listener's root: `/zh/sections/430000-liye`. Every part from outside is
/// percent-encoded; there are no addresses of other hosts.
public struct PageAddress: Hashable, Sendable {
    public let text: String

    /// A page or a download in one language.
    /// - Parameter parts: the parts of the path; none of them may be empty.
    public init(_ language: Language, _ parts: [String] = []) {
        text = "/" + ([language.rawValue] + parts).map(Self.encoded).joined(separator: "/")
    }

    private init(text: String) { self.text = text }

    static let stylesheet = PageAddress(text: "/style.css")

    /// A place on the same page.
    static func anchor(_ id: String) -> PageAddress { PageAddress(text: "#" + encoded(id)) }

    /// Unreserved characters (RFC 3986, 2.3) stand for themselves.
    private static func encoded(_ part: String) -> String {
        // A browser would follow these before it asks.
        if part == "." || part == ".." { return part.utf8.map { _ in "%2E" }.joined() }
        return part.utf8.map { byte -> String in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"):
                String(UnicodeScalar(byte))
            default: "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }.joined()
    }
}
