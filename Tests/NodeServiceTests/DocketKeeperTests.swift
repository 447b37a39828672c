import Compensation
import Federation
import Foundation
import Logging
import NodeStore
import Testing
import TransparencyLog

@testable import NodeService

/// A docket that is read in by marks is the docket that is read in whole.
@Suite struct DocketKeeperTests {
    private static let count = FoldedStretch.length + 5000
    private let log: LogOrigin
    private let member: Member
    private let signer: NoteSigner

    init() throws {
        log = try #require(LogOrigin("500000.tongzhou.test/common/1"))
        signer = try #require(NoteSigner(name: log.text, privateKey: Array(repeating: 7, count: 32)))
        member = Member(
            node: log.node, code: try #require(PartyCode("500000")), role: .province,
            name: Bilingual(zh: "重庆", en: "Chongqing"), logKey: signer.verifier.publicKey)
    }

    /// Sections here and there, at both ends of steps and of the stretch; all else is of no known kind.
    private func entry(_ index: Int) throws -> [UInt8] {
        guard [1, 4095, 4096, 40_000, 65_535, 65_536, Self.count - 1].contains(index) else {
            return Array("{\"n\":\(index)}".utf8)
        }
        let party = try #require(PartyCode("500000"))
        let section = SectionEntry(
            section: try #require(SectionID("500000-s\(index)")), name: Bilingual(zh: "断面\(index)", en: "s\(index)"),
            aliases: [], river: "酉水", basin: "长江流域", bodyType: .river, controlLevel: .national, upstream: party,
            downstream: try #require(PartyCode("430000")))
        let at = try #require(Timestamp("2021-05-06T09:00:00+08:00"))
        return try SignedEntry(log: log, at: at, entry: .section(section)).encoded()
    }

    private func fill(_ database: LogDatabase) throws {
        try database.register(log, own: true)
        var frontier = Frontier()
        while frontier.size < Self.count {
            let range = frontier.size..<min(Self.count, frontier.size + 5000)
            let batch = LogBatch(origin: log, onto: frontier, entries: try range.map(entry))
            try database.append(batch) { checkpoint in
                try #require(SignedNote(text: checkpoint.body, signatures: [try signer.sign(checkpoint.body)])).bytes
            }
            frontier = batch.frontier
        }
    }

    private func read(_ stores: NodeStores) throws -> [String] {
        var logger = Logger(label: "test", factory: { _ in EventLogHandler() })
        logger.logLevel = .critical
        var keeper = DocketKeeper(try #require(Roster([member])), stores, logger)
        try keeper.catchUp(log)
        let docket = keeper.docket
        return docket.heads.map { "\($0.log.text) \($0.size) \($0.root.hex)" }
            + docket.sections.records.map { "\($0.reference.text) \($0.body.section.text)" }
            + docket.notUnderstood.summaries.map { "\($0.first.text) \($0.problem.code.rawValue) \($0.count)" }
    }

    @Test("What has just been stored is folded as what is read back")
    func afterEachCommit() throws {
        let folder = try Folder()
        let stores = try NodeStores(folder.url.appending(path: "node"), creating: true)
        try stores.log.register(log, own: true)
        var logger = Logger(label: "test", factory: { _ in EventLogHandler() })
        logger.logLevel = .critical
        var keeper = DocketKeeper(try #require(Roster([member])), stores, logger)
        var frontier = Frontier()
        // One by one, up to a step, beyond two; the fourth time one batch is not told of.
        for (round, count) in [1, 1, 4094, 5000, 3, 8192, 2].enumerated() {
            let entries = try (frontier.size..<frontier.size + count).map(entry)
            let batch = LogBatch(origin: log, onto: frontier, entries: entries)
            try stores.log.append(batch) { checkpoint in
                try #require(SignedNote(text: checkpoint.body, signatures: [try signer.sign(checkpoint.body)])).bytes
            }
            frontier = batch.frontier
            if round != 3 { try keeper.catchUp(stored: batch) }
        }
        var whole = DocketKeeper(try #require(Roster([member])), stores, logger)
        try whole.catchUp(log)
        for docket in [keeper.docket, whole.docket] {
            #expect(docket.heads.map(\.size) == [frontier.size] && docket.heads.map(\.root) == [frontier.root])
            #expect(docket.sections.records.map(\.reference.index) == [1, 4095, 4096])
            #expect(docket.notUnderstood.summaries.map(\.count) == [frontier.size - 3])
        }
    }

    @Test("The views of a long log are followed to the end, though nobody waits for it")
    func viewsOfALongLog() async throws {
        let folder = try Folder()
        let stores = try NodeStores(folder.url.appending(path: "node"), creating: true)
        try fill(stores.log)
        var logger = Logger(label: "test", factory: { _ in EventLogHandler() })
        logger.logLevel = .critical
        let views = ViewsFollower(stores, SystemClock(), logger)
        await views.waitOnly(forEntries: 2 * 4096)
        #expect(await !views.follow([], look: 1))
        #expect(try stores.views.position(of: log) >= 2 * 4096)
        let deadline = ContinuousClock.now + .seconds(600)
        while try stores.views.position(of: log) < Self.count, ContinuousClock.now < deadline {
            try await Task.sleep(for: .milliseconds(20))
        }
        #expect(try stores.views.position(of: log) == Self.count)
        #expect(await views.follow([], look: 2))
    }

    @Test("What had rotted when a stretch was read is read again once it is put right")
    func marksOfWhatHasRotted() throws {
        let folder = try Folder()
        let database = folder.url.appending(path: "node")
        let stores = try NodeStores(database, creating: true)
        try fill(stores.log)
        func rename(_ from: String, _ to: String) throws {
            try Sqlite.execute(
                """
                UPDATE entry SET bytes = CAST(replace(CAST(bytes AS TEXT), '"kind":"\(from)"', '"kind":"\(to)"') AS BLOB)
                """, in: database)
        }
        try rename("section", "xection")
        #expect(try read(stores).count == 1 + 1)
        try rename("xection", "section")
        #expect(try read(stores).count == 1 + 7 + 1)
    }

    @Test("By marks, whole, and after marks are lost, damaged or of another history: the same")
    func readInAgain() throws {
        let folder = try Folder()
        let database = folder.url.appending(path: "node")
        let stores = try NodeStores(database, creating: true)
        try fill(stores.log)
        let whole = try read(stores)
        #expect(whole.count == 1 + 7 + 1)
        #expect(whole.last?.hasSuffix(" \(Self.count - 7)") == true)
        let program = try #require(ProgramFile.digest)
        let known = try stores.views.stretches(of: log, upTo: Self.count, program: program)
        #expect(known.count == 1 && known[0].stretch.skipped == FoldedStretch.length - 6)
        #expect(known[0].stretch.keeps(0) && known[0].stretch.keeps(65_535) && !known[0].stretch.keeps(2))

        #expect(try read(stores) == whole)
        #expect(try stores.views.stretches(of: log, upTo: Self.count, program: "another").isEmpty)
        #expect(try stores.views.stretches(of: log, upTo: 65_535, program: program).isEmpty)

        // A mark that was lost in the file would lose an entry: it is noticed and everything is read.
        try Sqlite.execute("UPDATE stretch SET marks = zeroblob(8192)", in: database, file: "views.sqlite")
        #expect(try stores.views.stretches(of: log, upTo: Self.count, program: program).isEmpty)
        #expect(try read(stores) == whole)

        // Marks of a history that is not held are not believed either.
        let stretch = try #require(FoldedStretch(start: 0, marks: Array(repeating: 0, count: 8192)))
        try stores.views.keep(stretch, root: .emptyTree, of: log, program: program)
        #expect(try read(stores) == whole)
    }
}
