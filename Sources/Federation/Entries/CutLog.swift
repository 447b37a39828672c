public import TransparencyLog

/// One line of a cut 数据截面: how much of one log a computation used. Same logs, sizes and roots: same input.
public struct CutLog: Hashable, Comparable, Sendable {
    public let log: LogOrigin
    public let size: Int
    public let root: MerkleHash

    public init(log: LogOrigin, size: Int, root: MerkleHash) {
        self.log = log
        self.size = size
        self.root = root
    }

    init(json: JSONValue, path: String) throws(EntryProblem) {
        var fields = try FieldReader(json, path: path)
        log = try fields.parsed("log") { LogOrigin($0) }
        size = try fields.index("size")
        root = try fields.parsed("root") { Hex.decode($0).flatMap { MerkleHash($0) } }
        try fields.finish()
    }

    public var json: JSONValue {
        .members([("log", .string(log.text)), ("size", .integer(Int64(size))), ("root", .string(root.hex))])
    }

    /// Whether the entry at this place is within the cut.
    func includes(_ place: EntryReference) -> Bool { log == place.log && place.index < size }

    public static func < (a: CutLog, b: CutLog) -> Bool { a.log < b.log }
}
