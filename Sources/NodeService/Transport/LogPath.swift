/// The parts of a log's path, `/log/<channel>/<epoch>/<resource>`, as they came on the wire.
///
/// Only `a-z 0-9 / . _ -` pass, nothing is decoded or normalised, and empty segments and segments
/// of dots alone are refused: every resource has exactly one spelling (C2SP tlog-tiles paths need
/// no other characters).
struct LogPath: Equatable {
    let channel: String
    let epoch: String
    let resource: String

    /// The longest path read, in bytes.
    static let lengthLimit = 512

    /// - Returns: `nil` when the path is not of this shape.
    init?(_ raw: String) {
        let bytes = Array(raw.utf8)
        let prefix = Array("/log/".utf8)
        guard bytes.count <= Self.lengthLimit, bytes.starts(with: prefix) else { return nil }
        let rest = bytes.dropFirst(prefix.count)
        guard rest.allSatisfy({ Self.isAllowed($0) }) else { return nil }
        let segments = rest.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        guard segments.count >= 3, segments.allSatisfy({ Self.isSegment($0) }) else { return nil }
        channel = String(decoding: segments[0], as: UTF8.self)
        epoch = String(decoding: segments[1], as: UTF8.self)
        resource = segments[2...].map { String(decoding: $0, as: UTF8.self) }.joined(separator: "/")
    }

    /// The path a client asks for, or `nil` when the parts do not make one.
    init?(channel: String, epoch: String, resource: String) {
        self.init("/log/\(channel)/\(epoch)/\(resource)")
        guard self.channel.utf8.count == channel.utf8.count, self.epoch.utf8.count == epoch.utf8.count else {
            return nil
        }
    }

    var text: String { "/log/\(channel)/\(epoch)/\(resource)" }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
        case UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"): true
        default: false
        }
    }

    private static func isSegment(_ segment: ArraySlice<UInt8>) -> Bool {
        segment.contains { $0 != UInt8(ascii: ".") }
    }
}
