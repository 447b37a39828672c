import Federation
import TransparencyLog

extension CheckedLog {
    var json: JSONValue {
        .members([
            ("origin", .string(origin.text)), ("own", .bool(own)), ("size", .integer(Int64(size))),
            ("root", .string(root?.hex ?? "")), ("signed_size", signedSize.map { .integer(Int64($0)) }),
            ("verified_checkpoints", .integer(Int64(checkpoints))),
        ])
    }
}
