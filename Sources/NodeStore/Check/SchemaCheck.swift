import Federation
import GRDB

/// Tables, indices and triggers against those that the migrations make. The triggers are what keeps history from
/// being changed, so a missing one is damage.
struct SchemaCheck {
    private let db: Database

    init(_ db: Database) { self.db = db }

    func examine(_ damages: inout DamageList) throws {
        let applied = try String.fetchAll(db, sql: "SELECT identifier FROM grdb_migrations ORDER BY identifier")
        let migrator = LogSchema.migrator
        guard let last = applied.last, Array(migrator.migrations.prefix(applied.count)) == applied else {
            damages.add(
                Damage(
                    .schemaDiffers, .record(table: "grdb_migrations", key: ""), expected: "known migrations",
                    found: applied.joined(separator: ", ")))
            return
        }
        let model = try DatabaseQueue()
        try migrator.migrate(model, upTo: last)
        let (wanted, version) = try model.read { (try Self.objects($0), try Self.version($0)) }
        if try Self.version(db) != version {
            damages.add(
                Damage(.schemaDiffers, .file, expected: "user_version \(version)", found: "\(try Self.version(db))"))
        }
        let found = try Self.objects(db)
        for object in wanted where !found.contains(where: { $0 == object }) {
            let other = found.contains { $0.name == object.name }
            damages.add(
                Damage(
                    .schemaDiffers, .record(table: "sqlite_master", key: object.name),
                    expected: "as created", found: other ? "another definition" : "nothing"))
        }
        for object in found where !wanted.contains(where: { $0.name == object.name }) {
            damages.add(
                Damage(.schemaDiffers, .record(table: "sqlite_master", key: object.name), expected: "no such object"))
        }
    }

    /// Names and definitions of everything that was created by a statement.
    static func objects(_ db: Database) throws -> [(name: String, sql: String)] {
        try Row.fetchAll(db, sql: "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name").map {
            (String.fromDatabaseValue($0[0]) ?? "", String.fromDatabaseValue($0[1]) ?? "")
        }
    }

    private static func version(_ db: Database) throws -> Int {
        try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    }
}
