import Federation
import GRDB
import TransparencyLog

/// Takes entries of an own log into its SM3 tree, inside the caller's transaction.
struct SM3TreeWriter {
    private let db: Database
    private let id: Int64
    private let origin: LogOrigin
    private let stored: StoredLog

    init(_ db: Database, _ id: Int64, _ origin: LogOrigin, _ stored: StoredLog) {
        self.db = db
        self.id = id
        self.origin = origin
        self.stored = stored
    }

    /// Takes in the stored entries up to `end`, and signs the tree when that is the whole log.
    ///
    /// The bytes are hashed with SHA-256 as well and have to lead to the stored tree: entries that have rotted must not
    /// be signed once more. Throws `StoreError.damagedTree` when they do not, or when the row contradicts itself.
    func grow(upTo end: Int, sign: (Checkpoint) throws -> [UInt8]) throws {
        let row = try SM3TreeRow.find(db, id)
        guard var tree = row.map(\.sound) ?? SM3Frontier(), tree.size <= end else {
            throw StoreError.damagedTree(origin.text, "sm3_tree")
        }
        var frontier = try Frontier(size: tree.size, reader: stored)
        while tree.size < end {
            let entries = try stored.entries(tree.size..<min(end, tree.size + 4096))
            guard !entries.isEmpty else { throw StoreError.damagedTree(origin.text, "entry #\(tree.size)") }
            for entry in entries {
                try tree.append(entry)
                frontier.append(MerkleHash.leaf(entry))
            }
        }
        guard try frontier.root == Frontier(size: end, reader: stored).root else {
            throw StoreError.damagedTree(origin.text, "entries up to #\(end)")
        }
        var note = row?.note
        if end == stored.size, let root = try tree.root() {
            note = try sign(Checkpoint(origin: origin.sm3Text, size: end, root: root))
        }
        try SM3TreeRow(size: tree.size, edge: tree.bytes, note: note).write(db, id)
    }
}
