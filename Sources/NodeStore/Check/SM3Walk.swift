public import Federation
import GRDB
import TransparencyLog

/// Recomputes the SM3 tree of one stored log from the bytes of its entries, some thousand at a time, and compares the
/// roots at the size last signed and, for an own log, at that of the right edge.
///
/// To be believed only of a log whose entries are as they were signed: `LogWalk` finds that out.
public struct SM3Walk: Sendable {
    public let origin: LogOrigin
    /// Entries to walk; those of a checkpoint that is ahead of a mirror cannot be examined yet, and none are.
    public let size: Int
    public private(set) var damages = DamageList()
    private let reader: any DatabaseReader
    private let id: Int64
    private let own: Bool
    private let signed: Checkpoint?
    private let edge: SM3Frontier?
    private var tree = SM3Frontier()
    private var isVerified = false

    /// Entries per transaction, unless fewer are asked for.
    private static let step = 4096

    /// `nil` when there is nothing to compare.
    init?(_ reader: any DatabaseReader, _ log: LogRow, own: Bool, _ row: SM3TreeRow) {
        let claims = [row.claim?.size, row.edge == nil ? nil : row.size].compactMap(\.self)
        guard let size = claims.filter({ $0 <= log.size }).max() else { return nil }
        self.reader = reader
        self.own = own
        self.size = size
        id = log.id
        origin = log.origin
        signed = row.claim.flatMap { $0.size <= size ? $0 : nil }
        edge = row.frontier
    }

    /// Entries walked.
    public var position: Int { tree.size }

    /// What came out as signed; `nil` when nothing did.
    public var result: CheckedSM3Tree? {
        guard isVerified, let signed else { return nil }
        return CheckedSM3Tree(origin: origin, size: signed.size, root: signed.root)
    }

    /// Walks on; `false` when everything has been walked.
    public mutating func step() throws -> Bool { try step(entries: Self.step) }

    /// Walks on by so many entries, one at least; `false` when everything has been walked.
    public mutating func step(entries count: Int) throws -> Bool {
        let end = min(size, tree.size + max(1, count))
        let entries = try reader.read { db in
            try StoredLog(db, id, size: size).entries(tree.size..<end)
        }
        guard entries.count == end - tree.size else { throw StoreError.damaged("entries of “\(origin.text)”") }
        for entry in entries {
            try tree.append(entry)
            if tree.size == signed?.size { try compare() }
        }
        guard tree.size == size else { return true }
        if let edge, edge.size == size, edge != tree, damages.isEmpty {
            try add(size, expected: tree.root()?.hex ?? "", found: edge.root()?.hex ?? "")
        }
        return false
    }

    private mutating func compare() throws {
        guard let signed, let root = try tree.root() else { return }
        isVerified = root == signed.root
        if !isVerified { add(signed.size, expected: root.hex, found: signed.root.hex) }
    }

    private mutating func add(_ size: Int, expected: String, found: String) {
        damages.add(
            SM3TreeRecords.damage(
                origin, size, own ? .sm3RootDiffers : .peerSM3RootDiffers, expected: expected, found: found))
    }
}
