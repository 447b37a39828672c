public import Federation

/// One own log in the status report.
public struct OwnLogStatus: Sendable {
    public let origin: LogOrigin
    public let size: Int
    public let rootHex: String
    /// When its newest entry was said, and with it the checkpoint signed; `nil` for an empty log.
    public let newest: Timestamp?
    public let cosignatures: OwnLogCosignatures

    public init(
        origin: LogOrigin, size: Int, rootHex: String, newest: Timestamp? = nil,
        cosignatures: OwnLogCosignatures = OwnLogCosignatures(asked: 0, witnesses: [])
    ) {
        self.origin = origin
        self.size = size
        self.rootHex = rootHex
        self.newest = newest
        self.cosignatures = cosignatures
    }

    var json: JSONValue {
        .members([
            ("origin", .string(origin.text)), ("size", .integer(Int64(size))), ("root", .string(rootHex)),
            ("newest", newest.map { .string($0.text) }),
            ("cosignatures", cosignatures.json),
        ])
    }
}
