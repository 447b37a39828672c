import Foundation
import GRDB
import NationalCryptography
import Testing
import TransparencyLog

@testable import Federation
@testable import NodeStore

/// The SM3 tree beside an own log: never ahead of it, extended by what is new, and checked from the entries.
@Suite struct SM3TreeTests {
    private struct Refusal: Error {}

    private let own: OwnLog
    private let sm2: NoteSigner

    init() throws {
        own = try OwnLog("500000.tongzhou.test/common/1")
        sm2 = try #require(NoteSigner(name: own.origin.text, privateKey: try SM2PrivateKey.generate()))
    }

    private func sign(_ checkpoint: Checkpoint) throws -> [UInt8] {
        let ed25519 = try #require(NoteSigner(name: own.origin.text, privateKey: Array(repeating: 9, count: 32)))
        let signers = SM3TreeKeys.signing([ed25519, sm2], of: own.origin)
        #expect(signers.count == 2)
        let lines = try signers.map { try $0.sign(checkpoint.body) }
        return try #require(SignedNote(text: checkpoint.body, signatures: lines)).bytes
    }

    private var keys: NoteKeys { NoteKeys([own.verifier, sm2.verifier], required: [.ed25519]) }

    /// What the store has signed, verified.
    private func kept(_ database: LogDatabase) throws -> Checkpoint? {
        try database.sm3Note(of: own.origin).map { note in
            try VerifiedCheckpoint.open(
                note: note, origin: "500000.tongzhou.test/common/1/sm3",
                keys: SM3TreeKeys.verifying(keys, of: own.origin)
            ).get().checkpoint
        }
    }

    /// RFC 6962 section 2.1 as it is written, with SM3.
    private func root(_ entries: ArraySlice<[UInt8]>) throws -> [UInt8] {
        guard entries.count > 1 else { return try SM3.digest([0] + (entries.first ?? [])) }
        var half = 1
        while half * 2 < entries.count { half *= 2 }
        let middle = entries.startIndex + half
        return try SM3.digest([1] + root(entries[..<middle]) + root(entries[middle...]))
    }

    private func root(_ size: Int) throws -> [UInt8] { try root((0..<size).map(own.entry)[...]) }

    private func grow(_ database: LogDatabase, by count: Int) throws {
        let start = try database.read(own.origin) { $0.size } ?? 0
        try database.register(own.origin, own: true)
        try database.append(own.batch(from: start, count: count), signSM3: sign, sign: own.note)
    }

    private func check(_ folder: TemporaryFolder) throws -> (findings: [String], trees: [CheckedSM3Tree]) {
        let check = StoreCheck(try LogFile(contentsOf: folder.folder.logDatabase), owner: own.origin.node) { _ in keys }
        var damages = check.structure()
        var trees: [CheckedSM3Tree] = []
        for var walk in try check.sm3Walks() {
            while try walk.step() {}
            damages.add(walk.damages)
            if let tree = walk.result { trees.append(tree) }
        }
        return (damages.items.map { DamagedLog.text($0) }, trees)
    }

    @Test func growsWithTheLogInOneStep() throws {
        let folder = try TemporaryFolder()
        let database = try LogDatabase(folder.folder, creating: true)
        var size = 0
        for count in [1, 2, 253, 1, 300] {
            try grow(database, by: count)
            size += count
            let signed = try #require(try kept(database))
            #expect(try signed.size == size && signed.root.bytes == root(size))
        }
        let (findings, trees) = try check(folder)
        #expect(findings == [] && trees.map(\.size) == [557])
        #expect(try trees.map(\.root.bytes) == [root(557)])
        #expect(try database.growSM3Tree(own.origin, by: 10, sign: sign) == nil)
    }

    /// Neither the log nor the tree grows when the tree cannot be signed.
    @Test func isNeverAheadAndNeverHoldsHalf() throws {
        let folder = try TemporaryFolder()
        let database = try LogDatabase(folder.folder, creating: true)
        try grow(database, by: 5)
        #expect(throws: Refusal.self) {
            try database.append(own.batch(from: 5, count: 3), signSM3: { _ in throw Refusal() }, sign: own.note)
        }
        #expect(throws: Refusal.self) {
            try database.append(own.batch(from: 5, count: 3), signSM3: sign, sign: { _ in throw Refusal() })
        }
        #expect(try database.read(own.origin) { $0.size } == 5)
        #expect(try kept(database)?.size == 5)
        try grow(database, by: 3)
        #expect(try kept(database)?.root.bytes == root(8))
    }

    /// Switched on over a log that is there, some entries at a time, with a stop in between; then off and on again.
    @Test func isBuiltOverALogThatIsThere() throws {
        let folder = try TemporaryFolder()
        var database = try LogDatabase(folder.folder, creating: true)
        try own.grow(database, by: 600)
        #expect(try database.sm3Note(of: own.origin) == nil)
        #expect(try database.growSM3Tree(own.origin, by: 256, sign: sign) == 256)
        #expect(try database.sm3Note(of: own.origin) == nil)
        #expect(try check(folder).findings == [])
        database = try LogDatabase(folder.folder)
        #expect(try database.growSM3Tree(own.origin, by: 256, sign: sign) == 512)
        #expect(try database.growSM3Tree(own.origin, by: 256, sign: sign) == 600)
        #expect(try database.growSM3Tree(own.origin, by: 256, sign: sign) == nil)
        #expect(try kept(database)?.root.bytes == root(600))

        try own.grow(database, by: 100)
        #expect(try kept(database)?.size == 600)
        #expect(try check(folder).trees.map(\.size) == [600])
        // An entry that comes while the tree is behind takes it along.
        try grow(database, by: 1)
        #expect(try kept(database)?.root.bytes == root(701))
        #expect(try check(folder).findings == [])
    }

    /// Entries that have rotted are not signed once more.
    @Test func isNotBuiltOverAlteredEntries() throws {
        let folder = try TemporaryFolder()
        let database = try LogDatabase(folder.folder, creating: true)
        try own.grow(database, by: 300)
        try database.pool.write { db in
            try db.execute(sql: "DROP TRIGGER entry_fixed")
            try db.execute(sql: "UPDATE entry SET bytes = x'7b7d' WHERE place & 1099511627775 = 7")
        }
        #expect(throws: StoreError.self) { try database.growSM3Tree(own.origin, by: 1000, sign: sign) }
        #expect(throws: StoreError.self) { try grow(database, by: 1) }
        #expect(try database.sm3Note(of: own.origin) == nil)
        #expect(try database.read(own.origin) { $0.size } == 300)
    }

    @Test(arguments: [
        ("UPDATE sm3_tree SET edge = zeroblob(length(edge))", "sm3-checkpoint-invalid"),
        ("UPDATE sm3_tree SET edge = x'00'", "sm3-checkpoint-invalid"),
        ("UPDATE sm3_tree SET edge = NULL", "sm3-checkpoint-invalid"),
        ("UPDATE sm3_tree SET note = x'00'", "sm3-checkpoint-invalid"),
        ("UPDATE sm3_tree SET size = size + 2", "sm3-checkpoint-invalid"),
    ])
    func damageIsFoundAndNotBuiltUpon(statement: String, code: String) throws {
        let folder = try TemporaryFolder()
        let database = try LogDatabase(folder.folder, creating: true)
        try grow(database, by: 5)
        try database.pool.write { try $0.execute(sql: statement) }
        #expect(try check(folder).findings.contains { $0.hasPrefix("\(code) 500000 sm3_tree @") })
        #expect(throws: StoreError.self) { try grow(database, by: 1) }
        #expect(try database.read(own.origin) { $0.size } == 5)
        // Taken away, it is computed anew.
        try StoreRepair(database, owner: own.origin.node) { _ in keys }.removeSM3Tree(of: own.origin)
        #expect(try check(folder).findings == [])
        try grow(database, by: 1)
        #expect(try kept(database)?.root.bytes == root(6))
    }

    /// Edge, note and signatures agree with each other, and not with the entries: only recomputing tells.
    @Test func anotherTreeThatIsWellSignedIsFound() throws {
        let folder = try TemporaryFolder()
        let database = try LogDatabase(folder.folder, creating: true)
        try grow(database, by: 5)
        var other = SM3Frontier()
        for index in 0..<5 { try other.append([UInt8(index)]) }
        let note = try sign(
            Checkpoint(origin: own.origin.sm3Text, size: 5, root: try #require(try other.root())))
        for (owner, code) in [(own.origin.node, "sm3-root-differs"), (nil, "peer-sm3-root-differs")] {
            try database.pool.write { db in
                try db.execute(
                    sql: "UPDATE sm3_tree SET edge = ?, note = ?",
                    arguments: [owner == nil ? nil : Data(other.bytes), Data(note)])
                if owner == nil { try db.execute(sql: "UPDATE log SET own = 0") }
            }
            let centre = try #require(NodeName("100000.tongzhou.test"))
            let check = StoreCheck(database, owner: owner ?? centre) { _ in keys }
            #expect(check.structure().isEmpty)
            var walk = try #require(try check.sm3Walks().first)
            while try walk.step() {}
            #expect(walk.damages.items.map { DamagedLog.text($0) } == ["\(code) 500000 sm3_tree @5"])
            #expect(walk.damages.items.first?.expected == Hex.encode(try root(5)))
            #expect(walk.result == nil)
        }
    }

    /// Of a peer's log the note is kept, whatever is mirrored; an older one changes nothing.
    @Test func aPeersCheckpointIsKeptAndComparedWhenItIsMirroredThatFar() throws {
        let folder = try TemporaryFolder()
        let database = try LogDatabase(folder.folder, creating: true)
        try database.register(own.origin, own: false)
        func note(_ size: Int) throws -> VerifiedCheckpoint {
            let root = try #require(MerkleHash(try root(size)))
            return try VerifiedCheckpoint.open(
                note: sign(Checkpoint(origin: own.origin.sm3Text, size: size, root: root)),
                origin: own.origin.sm3Text, keys: SM3TreeKeys.verifying(keys, of: own.origin)
            ).get()
        }
        let mirror = try #require(NodeName("430000.tongzhou.test"))
        func checked() throws -> [Int] {
            let check = StoreCheck(database, owner: mirror) { _ in keys }
            #expect(check.structure().isEmpty)
            return try check.sm3Walks().compactMap { walk in
                var walk = walk
                while try walk.step() {}
                #expect(walk.damages.isEmpty)
                return walk.result?.size
            }
        }
        try database.keepSM3(try note(300), of: own.origin)
        try database.keepSM3(try note(7), of: own.origin)
        #expect(try kept(database)?.size == 300)
        #expect(try checked() == [])
        let batch = own.batch(from: 0, count: 300)
        let verified = try VerifiedCheckpoint.open(
            note: own.note(batch.checkpoint), origin: own.origin.text, keys: [own.verifier]
        ).get()
        try database.commit(MirrorBatch(batch: batch, checkpoint: verified))
        #expect(try checked() == [300])
    }
}
