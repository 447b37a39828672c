import TransparencyLog

/// The parts of a mirrored log's path, `/mirror/<hex SHA-256 of the origin>/<resource>` (C2SP tlog-mirror), as they
/// came on the wire. One spelling only: 64 lower-case hexadecimal digits, then what ``LogPath`` takes as a resource.
struct MirrorPath: Equatable {
    /// SHA-256 of the origin.
    let log: ContentDigest
    let resource: String

    private static let prefix = "/mirror/"

    /// - Returns: `nil` when the path is not of this shape.
    init?(_ raw: String) {
        guard raw.utf8.starts(with: Self.prefix.utf8) else { return nil }
        // The rules for segments are the same; the digest stands where a channel and an epoch would.
        let rest = raw.utf8.dropFirst(Self.prefix.utf8.count)
        guard raw.utf8.count <= LogPath.lengthLimit,
            let digest = ContentDigest(hex: String(decoding: rest.prefix(64), as: UTF8.self)),
            rest.dropFirst(64).first == UInt8(ascii: "/")
        else { return nil }
        let resource = String(decoding: rest.dropFirst(65), as: UTF8.self)
        guard LogPath("/log/a/1/" + resource)?.resource.utf8.elementsEqual(resource.utf8) == true else { return nil }
        log = digest
        self.resource = resource
    }

    init(log: ContentDigest, resource: LogResource) {
        self.log = log
        self.resource = resource.path
    }

    var text: String { "\(Self.prefix)\(log.hex)/\(resource)" }
}
