import GRDB

/// The tables of `log.sqlite`. Steps are named and never edited after release.
enum LogSchema {
    /// `PRAGMA user_version`: a database with a larger one was written by a newer program.
    static let version = 3

    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1 logs, entries, tile hashes, checkpoints, findings") { db in
            try db.execute(sql: tables)
            try db.execute(sql: "PRAGMA user_version = 1")
        }
        migrator.registerMigration("2 witnessing, cosignatures, sightings, evidence, exports") { db in
            try db.execute(sql: witnessing)
            try db.execute(sql: "PRAGMA user_version = 2")
        }
        migrator.registerMigration("3 SM3 trees") { db in
            try db.execute(sql: sm3Trees)
            try db.execute(sql: "PRAGMA user_version = 3")
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

    /// `witnessed`: the largest consistent tree this node's witness has cosigned, by origin; it never goes back.
    /// `cosignature`: verified lines of others under own and mirrored checkpoints.
    /// `sighting`: what a peer's witness showed of a log of somebody else, until it could be compared.
    /// `evidence`: proven contradictions, as the documents that anyone can check.
    /// `exported`: how far a peer has been given a log in bundle files.
    private static let witnessing = """
        CREATE TABLE witnessed (
          origin TEXT PRIMARY KEY,
          size INTEGER NOT NULL CHECK (size >= 0),
          root BLOB NOT NULL CHECK (length(root) = 32),
          note BLOB NOT NULL,
          cosigned INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE TRIGGER witnessed_kept BEFORE DELETE ON witnessed BEGIN SELECT RAISE (ABORT, 'a witness never forgets'); END;
        CREATE TRIGGER witnessed_grows BEFORE UPDATE ON witnessed
          WHEN NEW.size < OLD.size OR NEW.cosigned < OLD.cosigned
          BEGIN SELECT RAISE (ABORT, 'a witness never goes back'); END;
        CREATE TABLE cosignature (
          log INTEGER NOT NULL REFERENCES log (id),
          size INTEGER NOT NULL CHECK (size >= 0),
          cosigner TEXT NOT NULL,
          line TEXT NOT NULL,
          PRIMARY KEY (log, size, cosigner)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE sighting (
          origin TEXT NOT NULL,
          peer TEXT NOT NULL,
          size INTEGER NOT NULL CHECK (size >= 0),
          root BLOB NOT NULL CHECK (length(root) = 32),
          note BLOB NOT NULL,
          since TEXT NOT NULL,
          PRIMARY KEY (origin, peer)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE evidence (
          digest TEXT PRIMARY KEY,
          origin TEXT NOT NULL,
          kind TEXT NOT NULL,
          document BLOB NOT NULL,
          since TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE TRIGGER evidence_kept BEFORE DELETE ON evidence BEGIN SELECT RAISE (ABORT, 'evidence is never deleted'); END;
        CREATE TRIGGER evidence_fixed BEFORE UPDATE ON evidence BEGIN SELECT RAISE (ABORT, 'evidence is never changed'); END;
        CREATE TABLE exported (
          peer TEXT NOT NULL,
          origin TEXT NOT NULL,
          size INTEGER NOT NULL CHECK (size >= 0),
          PRIMARY KEY (peer, origin)
        ) STRICT, WITHOUT ROWID;
        """

    /// `sm3_tree`: of an own log the right edge over `size` entries, 32 bytes a hash, and the newest note signed over
    /// such a tree; of a mirrored log the note alone, which may be of a size that is not mirrored yet.
    private static let sm3Trees = """
        CREATE TABLE sm3_tree (
          log INTEGER PRIMARY KEY REFERENCES log (id),
          size INTEGER NOT NULL CHECK (size >= 0),
          edge BLOB,
          note BLOB
        ) STRICT;
        CREATE TRIGGER sm3_tree_grows BEFORE UPDATE ON sm3_tree WHEN NEW.size < OLD.size BEGIN SELECT RAISE (ABORT, 'a tree never shrinks'); END;
        """
}
