public import Federation

/// One own log in the status report.
public struct OwnLogStatus: Sendable {
    public let origin: LogOrigin
    public let size: Int
    public let rootHex: String

    public init(origin: LogOrigin, size: Int, rootHex: String) {
        self.origin = origin
        self.size = size
        self.rootHex = rootHex
    }

    var json: JSONValue {
        .members([
            ("origin", .string(origin.text)), ("size", .integer(Int64(size))), ("root", .string(rootHex)),
        ])
    }
}
