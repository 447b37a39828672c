public import Federation

/// One log in the record of this node's witness.
public struct WitnessedLog: Sendable {
    public let origin: LogOrigin
    public let size: Int
    public let rootHex: String
    /// When the witness cosigned it.
    public let cosigned: Timestamp

    public init(origin: LogOrigin, size: Int, rootHex: String, cosigned: Timestamp) {
        self.origin = origin
        self.size = size
        self.rootHex = rootHex
        self.cosigned = cosigned
    }

    var json: JSONValue {
        .members([
            ("origin", .string(origin.text)), ("size", .integer(Int64(size))), ("root", .string(rootHex)),
            ("cosigned", .string(cosigned.text)),
        ])
    }
}
