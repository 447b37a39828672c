import GRDB

/// The tables of `log.sqlite`. Steps are named and never edited after release.
enum LogSchema {
    /// `PRAGMA user_version`: a database with a larger one was written by a newer program.
    static let version = 1

    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1 logs, entries, tile hashes, checkpoints, findings") { db in
            try db.execute(sql: tables)
            try db.execute(sql: "PRAGMA user_version = 1")
        }
        return migrator
    }

    /// `entry.place` is `log.id << 40 | index`: one append-only B-tree for all logs, in order of index.
    /// Entries, hashes and checkpoints are only ever added; the triggers make that true for every writer.
    private static let tables = """
        CREATE TABLE log (
          id INTEGER PRIMARY KEY,
          origin TEXT NOT NULL UNIQUE,
          own INTEGER NOT NULL CHECK (own IN (0, 1)),
          size INTEGER NOT NULL DEFAULT 0 CHECK (size >= 0)
        ) STRICT;
        CREATE TABLE entry (
          place INTEGER PRIMARY KEY,
          bytes BLOB NOT NULL CHECK (length(bytes) <= 65535),
          leaf BLOB NOT NULL CHECK (length(leaf) = 32)
        ) STRICT;
        CREATE TABLE tile_hash (
          log INTEGER NOT NULL REFERENCES log (id),
          level INTEGER NOT NULL CHECK (level BETWEEN 1 AND 63),
          idx INTEGER NOT NULL CHECK (idx >= 0),
          hash BLOB NOT NULL CHECK (length(hash) = 32),
          PRIMARY KEY (log, level, idx)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE checkpoint (
          log INTEGER NOT NULL REFERENCES log (id),
          size INTEGER NOT NULL CHECK (size >= 0),
          note BLOB NOT NULL,
          PRIMARY KEY (log, size)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE finding (
          id INTEGER PRIMARY KEY,
          log INTEGER NOT NULL REFERENCES log (id),
          code TEXT NOT NULL,
          detail TEXT NOT NULL,
          known_note BLOB,
          offending_note BLOB NOT NULL,
          since TEXT NOT NULL,
          healed TEXT
        ) STRICT;
        CREATE UNIQUE INDEX finding_open ON finding (log) WHERE healed IS NULL;
        CREATE TRIGGER entry_kept BEFORE DELETE ON entry BEGIN SELECT RAISE (ABORT, 'entries are never deleted'); END;
        CREATE TRIGGER entry_fixed BEFORE UPDATE ON entry BEGIN SELECT RAISE (ABORT, 'entries are never changed'); END;
        CREATE TRIGGER tile_hash_kept BEFORE DELETE ON tile_hash BEGIN SELECT RAISE (ABORT, 'hashes are never deleted'); END;
        CREATE TRIGGER tile_hash_fixed BEFORE UPDATE ON tile_hash BEGIN SELECT RAISE (ABORT, 'hashes are never changed'); END;
        CREATE TRIGGER checkpoint_kept BEFORE DELETE ON checkpoint BEGIN SELECT RAISE (ABORT, 'checkpoints are never deleted'); END;
        CREATE TRIGGER checkpoint_fixed BEFORE UPDATE ON checkpoint BEGIN SELECT RAISE (ABORT, 'checkpoints are never changed'); END;
        CREATE TRIGGER log_grows BEFORE UPDATE OF size ON log WHEN NEW.size < OLD.size BEGIN SELECT RAISE (ABORT, 'a log never shrinks'); END;
        """
}
