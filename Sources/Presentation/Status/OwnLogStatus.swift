public import Federation

/// One own log in the status report.
public struct OwnLogStatus: Sendable {
    public let origin: LogOrigin
    public let size: Int
    public let rootHex: String
    public let cosignatures: OwnLogCosignatures

    public init(
        origin: LogOrigin, size: Int, rootHex: String,
        cosignatures: OwnLogCosignatures = OwnLogCosignatures(asked: 0, witnesses: [])
    ) {
        self.origin = origin
        self.size = size
        self.rootHex = rootHex
        self.cosignatures = cosignatures
    }

    var json: JSONValue {
        .members([
            ("origin", .string(origin.text)), ("size", .integer(Int64(size))), ("root", .string(rootHex)),
            ("cosignatures", cosignatures.json),
        ])
    }
}
