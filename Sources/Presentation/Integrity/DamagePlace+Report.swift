import Federation

extension DamagePlace {
    var json: JSONValue {
        switch self {
        case .file: .members([("kind", "file")])
        case .log: .members([("kind", "log")])
        case .entries(let range):
            .members([
                ("kind", "entries"), ("first", .integer(Int64(range.lowerBound))),
                ("count", .integer(Int64(range.count))),
            ])
        case .hash(let level, let index):
            .members([
                ("kind", "hash"), ("level", .integer(Int64(level))), ("index", .integer(Int64(index))),
                ("tile", .integer(Int64(index / 256))),
            ])
        case .checkpoint(let size): .members([("kind", "checkpoint"), ("size", .integer(Int64(size)))])
        case .record(let table, let key):
            .members([("kind", "record"), ("table", .string(table)), ("key", .string(key))])
        }
    }
}
