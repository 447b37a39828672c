import GRDB

/// An evidence document in a node's database.
struct KeptEvidence {
    let origin: String
    let document: String

    static func all(in folder: String) throws -> [KeptEvidence] {
        var configuration = Configuration()
        configuration.busyMode = .timeout(10)
        return try DatabaseQueue(path: "\(folder)/log.sqlite", configuration: configuration).read { db in
            try Row.fetchAll(db, sql: "SELECT origin, CAST(document AS TEXT) FROM evidence ORDER BY origin").map {
                KeptEvidence(origin: $0[0], document: $0[1])
            }
        }
    }
}
