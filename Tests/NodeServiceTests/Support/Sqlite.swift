import Foundation

/// The Python standard library's SQLite: a stranger that changes a node's database behind its back.
enum Sqlite {
    private struct Failure: Error {
        let status: Int32
    }

    private static let script = """
        import hashlib, sqlite3, sys
        db = sqlite3.connect(sys.argv[1])
        db.create_function("leaf", 1, lambda b: hashlib.sha256(b"\\x00" + b).digest())
        db.create_function("flip", 2, lambda b, i: b[:i] + bytes([b[i] ^ 1]) + b[i + 1:])
        for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            db.execute("DROP TRIGGER " + name)
        db.execute(sys.argv[2])
        assert db.total_changes > 0 or sys.argv[2].startswith("CREATE")
        db.commit()
        db.close()
        """

    /// Runs one statement on a database of the folder, its protecting triggers taken away; `leaf(bytes)` is the leaf hash
    /// of RFC 6962, `flip(bytes, place)` the same bytes with one bit turned.
    static func execute(_ sql: String, in home: URL, file: String = "log.sqlite") throws {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3", "-c", script, home.appending(path: file).path, sql]
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Failure(status: process.terminationStatus) }
    }
}
