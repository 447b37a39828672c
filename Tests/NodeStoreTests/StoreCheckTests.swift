import Federation
import Foundation
import Testing
import TransparencyLog

@testable import NodeStore

/// What is damaged is named with its place; what is sound is not.
@Suite struct StoreCheckTests {
    @Test func soundLogsHaveTheRootsOfATreeInMemory() throws {
        let log = try DamagedLog([1, 254, 2, 300])
        #expect(try log.findings() == [])
        let check = try log.check()
        let walked = try check.walks().map { walk in
            var walk = walk
            while try walk.step(tiles: 1) {}
            return walk.result
        }
        let quick = check.heads()
        #expect(quick.damages.isEmpty)
        for checked in [walked, quick.logs] {
            #expect(checked.map(\.origin) == [log.mirrored.origin, log.own.origin])
            #expect(checked.map(\.own) == [false, true])
            #expect(checked.allSatisfy { $0.size == 557 && $0.root == log.own.frontier(557).root })
            #expect(checked.allSatisfy { $0.signedSize == 557 })
        }
        #expect(walked.map(\.checkpoints) == [4, 4])
    }

    private static let own = "(SELECT id FROM log WHERE own = 1)"
    private static let first = "(SELECT id << 40 FROM log WHERE own = 1)"

    @Test(arguments: [
        (
            "UPDATE entry SET bytes = x'7b7d' WHERE place = \(first) + 10",
            ["entry-altered 500000 #10 (tile/entries/000)"]
        ),
        (
            "UPDATE entry SET leaf = zeroblob(32) WHERE place = \(first) + 10",
            ["leaf-differs 500000 #10 (tile/entries/000)"]
        ),
        // In the last, partial tile the signed checkpoint is the judge.
        (
            "UPDATE entry SET bytes = x'7b7d' WHERE place = \(first) + 556",
            ["entry-altered 500000 #556 (tile/entries/002)"]
        ),
        (
            "UPDATE entry SET leaf = zeroblob(32) WHERE place = \(first) + 556",
            ["leaf-differs 500000 #556 (tile/entries/002)"]
        ),
        (
            "UPDATE tile_hash SET hash = zeroblob(32) WHERE idx = 1 AND log = \(own)",
            ["hash-differs 500000 tile (1, 0) hash 1"]
        ),
        ("DELETE FROM tile_hash WHERE idx = 1 AND log = \(own)", ["hash-missing 500000 tile (1, 0) hash 1"]),
        (
            "DELETE FROM entry WHERE place IN (\(first) + 300, \(first) + 301)",
            ["entry-missing 500000 #300..<302 (tile/entries/001)"]
        ),
        (
            "UPDATE checkpoint SET note = x'00' WHERE size = 255 AND log = \(own)",
            ["checkpoint-invalid 500000 checkpoint @255"]
        ),
        (
            "UPDATE checkpoint SET size = 256 WHERE size = 255 AND log = \(own)",
            ["checkpoint-invalid 500000 checkpoint @256"]
        ),
        (
            "UPDATE checkpoint SET size = 600 WHERE size = 557 AND log = \(own)",
            ["checkpoint-missing 500000 checkpoint @557", "checkpoint-invalid 500000 checkpoint @600"]
        ),
        ("DELETE FROM checkpoint WHERE size = 557 AND log = \(own)", ["checkpoint-missing 500000 checkpoint @557"]),
        (
            "UPDATE log SET size = 500 WHERE own = 1",
            [
                "stray-row 500000 #500 (tile/entries/001)", "checkpoint-missing 500000 checkpoint @500",
                "stray-row 500000 tile (1, 0) hash 1", "checkpoint-ahead 500000 checkpoint @557",
            ]
        ),
        ("UPDATE log SET own = 0 WHERE own = 1", ["log-row-invalid 500000"]),
        ("UPDATE log SET origin = 'x' WHERE own = 1", ["log-row-invalid log 1", "stray-row entry 1099511627776"]),
        (
            "UPDATE entry SET place = -1 WHERE place = \(first) + 556",
            ["stray-row entry -1", "entry-missing 500000 #556 (tile/entries/002)"]
        ),
        (
            "UPDATE tile_hash SET log = 9 WHERE idx = 1 AND log = \(own)",
            ["stray-row tile_hash", "hash-missing 500000 tile (1, 0) hash 1"]
        ),
        (
            "UPDATE tile_hash SET idx = 2 WHERE idx = 1 AND log = \(own)",
            ["hash-missing 500000 tile (1, 0) hash 1", "stray-row 500000 tile (1, 0) hash 2"]
        ),
        (
            "UPDATE tile_hash SET level = 3 WHERE idx = 1 AND log = \(own)",
            ["hash-missing 500000 tile (1, 0) hash 1", "stray-row 500000 tile (3, 0) hash 1"]
        ),
        ("DROP TABLE finding", ["schema-differs sqlite_master finding", "schema-differs sqlite_master finding_open"]),
        ("PRAGMA user_version = 1", ["schema-differs"]),
        ("INSERT INTO evidence VALUES ('00', 'x', 'fork', x'00', 'x')", ["record-invalid evidence 00"]),
        ("INSERT INTO exported VALUES ('a', 'b', 1)", ["record-invalid exported a b"]),
        (
            "INSERT INTO sighting VALUES ('500000.tongzhou.test/common/1', 'p', 1, zeroblob(32), x'00', 'x')",
            ["record-invalid sighting 500000.tongzhou.test/common/1"]
        ),
        ("INSERT INTO cosignature VALUES (1, 1, 'a/witness', 'x')", ["record-invalid cosignature a/witness"]),
        (
            "INSERT INTO finding VALUES (NULL, 1, 'mirror-forgot', '', NULL, x'', 'x', NULL)",
            ["record-invalid finding 1"]
        ),
    ])
    func everyDamageIsNamedWithItsPlace(_ statement: String, _ expected: [String]) throws {
        let log = try DamagedLog([1, 254, 2, 300])
        try log.damage(statement)
        let findings = try log.findings()
        #expect(findings.sorted() == expected.sorted(), "\(statement): \(findings)")
    }

    /// An entry exchanged together with its hash fits itself; the tree above tells.
    @Test func anExchangedEntryIsFoundByTheTreeAbove() throws {
        let log = try DamagedLog([1, 254, 2, 300])
        let leaf = MerkleHash.leaf(Array("{}".utf8)).hex
        try log.damage("UPDATE entry SET bytes = x'7b7d', leaf = x'\(leaf)' WHERE place = \(Self.first) + 300")
        #expect(
            try log.findings() == ["hash-differs 500000 tile (1, 0) hash 1", "root-differs 500000 checkpoint @557"])
    }

    /// The quick check looks at the right edge, which is what the next signature rests on.
    @Test(arguments: [
        ("UPDATE tile_hash SET hash = zeroblob(32) WHERE idx = 1 AND log = \(own)", "root-differs"),
        ("UPDATE entry SET leaf = zeroblob(32) WHERE place = \(first) + 556", "root-differs"),
        ("DELETE FROM tile_hash WHERE idx = 1 AND log = \(own)", "hash-missing"),
        ("UPDATE checkpoint SET note = x'00' WHERE size = 557 AND log = \(own)", "checkpoint-invalid"),
        ("UPDATE log SET size = 556 WHERE own = 1", "checkpoint-ahead"),
    ])
    func theQuickCheckSeesTheRightEdge(_ statement: String, _ code: String) throws {
        let log = try DamagedLog([1, 254, 2, 300])
        try log.damage(statement)
        #expect(try log.check().heads().damages.items.map(\.code.rawValue).contains(code))
    }

    @Test func hashesAreRecomputedLevelByLevel() throws {
        let log = try DamagedLog([66_000])
        #expect(try log.findings() == [])
        try log.damage("UPDATE tile_hash SET hash = zeroblob(32) WHERE level = 2 AND log = \(Self.own)")
        #expect(try log.findings() == ["hash-differs 500000 tile (2, 0) hash 0"])
    }

    @Test func whatIsNoDatabaseIsRefused() throws {
        let folder = try TemporaryFolder()
        try Data("not a database, but long enough to be taken for the head of one ...".utf8)
            .write(to: folder.folder.logDatabase)
        #expect(throws: StoreError.self) { try LogFile(contentsOf: folder.folder.logDatabase) }
        #expect(throws: StoreError.self) {
            try LogFile(contentsOf: folder.folder.url.appending(path: "nowhere.sqlite"))
        }
    }

    /// A node's own origin that cannot be made out is not passed over: the log would be begun again.
    @Test func aLogWithoutAReadableNameStopsTheNode() throws {
        let log = try DamagedLog([3])
        try log.damage("UPDATE log SET origin = 'x' WHERE own = 1")
        #expect(throws: StoreError.damaged("log “x”")) { try LogDatabase(log.folder.folder).logs() }
    }
}
