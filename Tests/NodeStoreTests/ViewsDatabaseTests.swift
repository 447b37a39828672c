import Compensation
import Federation
import Foundation
import GRDB
import Testing
import TransparencyLog

@testable import NodeStore

/// Views are derived: kept, rebuilt and restarted ones are the same, and views of another history are thrown away.
@Suite struct ViewsDatabaseTests {
    private func key() throws -> SettlementKey {
        SettlementKey(
            agreement: try #require(AgreementID("youshui-2019")), agreementDigest: ContentDigest(of: []),
            period: try #require(Period("2021-04")))
    }

    private func content(_ day: Int, _ value: String) throws -> ReadingContent {
        ReadingContent(
            time: try #require(CivilTime(year: 2021, month: 4, day: day, hour: 8, minute: 0)), status: .normal,
            values: [IndicatorValue(.pH, try #require(MeasuredValue(value)))])
    }

    /// One entry of every kind that has a table.
    private func entries() throws -> [Entry] {
        let party = try #require(PartyCode("500000"))
        let other = try #require(PartyCode("430000"))
        let section = try #require(SectionID("430000-liye"))
        let digest = ContentDigest(of: [])
        let name = Bilingual(zh: "里耶镇", en: "Liye Town")
        let line = LedgerLine(key: try key(), settlementDigest: digest, party: party, amount: Fen(40_000_000))
        let place = EntryReference(log: try OwnLog().origin, index: 5)
        return [
            .section(
                SectionEntry(
                    section: section, name: name, aliases: [], river: "酉水", basin: "长江流域", bodyType: .river,
                    controlLevel: .national, upstream: party, downstream: other)),
            .readings(
                ReadingsEntry(
                    section: section, source: "cnemc-auto", file: "a.csv", fileDigest: digest,
                    rows: [try content(1, "7.10"), try content(2, "7.20")])),
            .readingsCorrection(
                ReadingsCorrectionEntry(
                    section: section, source: "cnemc-auto", reason: "误读",
                    rows: [try #require(ReadingChange(old: try content(2, "7.20"), new: try content(2, "7.21")))])),
            .scheme(SchemeEntry(text: "方案")),
            .agreement(
                AgreementEntry(
                    agreement: try #require(AgreementID("youshui-2019")), channel: try #require(ChannelName("youshui")),
                    parties: [party, other], schemeDigest: digest, validFrom: try #require(Period("2021-01")),
                    validTo: try #require(Period("2021-12")))),
            .proposal(
                ProposalEntry(
                    key: try key(), cut: [], correctionsNotApplied: [], schemeDigest: digest, settlementDigest: digest,
                    transfers: [TransferTerms(payer: party, payee: other, amount: Fen(40_000_000))])),
            .proposal(
                ProposalEntry(
                    key: try key().adjusted(1), cut: [], correctionsNotApplied: [], exemptionsApplied: [place],
                    schemeDigest: digest, settlementDigest: digest, transfers: [])),
            .facts(
                FactsEntry(
                    key: try key(), source: "通报",
                    values: [
                        StatedValue(SuppliedValue(name: "水量", value: "300 万m³")),
                        StatedValue(SuppliedValue(name: "月类别", arguments: ["里耶镇"], value: "Ⅱ")),
                    ])),
            .factsEndorsement(FactsEndorsementEntry(facts: place)),
            .exemptionRequest(
                ExemptionRequestEntry(key: try key(), reason: "洪灾", facts: [FactName(name: "洪灾")])),
            .exemptionApproval(
                ExemptionApprovalEntry(request: place, office: .finance, decision: .approved)),
            .acceptance(AcceptanceEntry(key: try key(), proposal: place, settlementDigest: digest)),
            .objection(
                ObjectionEntry(
                    key: try key(), proposal: place, ownSettlementDigest: nil,
                    difference: Difference(subject: .input, place: "p", own: "1", other: "2"))),
            .verdict(
                VerdictEntry(key: try key(), settlementDigest: digest, acceptances: [place], conclusion: .verified)),
            .reward(RewardEntry(line: line)), .deduction(DeductionEntry(line: line)),
        ] + (try centre(party, other, section, place))
    }

    private func centre(
        _ party: PartyCode, _ other: PartyCode, _ section: SectionID, _ place: EntryReference
    ) throws -> [Entry] {
        let pair = LevyPair(section: section, upstream: party, downstream: other)
        let year = try #require(Period("2021"))
        let month = try #require(Period("2021-04"))
        let amounts = [PartyAmount(party: party, amount: Fen(7)), PartyAmount(party: other, amount: Fen(7))]
        let line = AwardLine(party: party, amount: Fen(7), remark: "酉水")
        return [
            .incident(
                IncidentEntry(
                    section: section, occurred: month.start, description: "漏油", affected: [other])),
            .incidentRuling(
                IncidentRulingEntry(
                    incident: place, party: party, basin: "长江流域", year: year, cancels: [.awards], deduction: Fen(1),
                    reason: "漏油")),
            .levy(
                LevyEntry(basin: "长江流域", pairs: [pair], monthly: Fen(7), from: month, to: month, bearer: .each)),
            .levyCharge(LevyChargeEntry(levy: place, pair: pair, month: month, shares: amounts)),
            .award(AwardEntry(basin: "长江流域", year: year, lines: [line], outside: [line])),
            .basinAccount(
                BasinAccountEntry(
                    basin: "长江流域", year: year, schemeDigest: ContentDigest(of: []), cut: [], correctionsNotApplied: [],
                    values: [], accountDigest: ContentDigest(of: []), lines: amounts)),
        ]
    }

    /// Appends the entries, and one that nobody understands, to a log.
    private func fill(_ database: LogDatabase, _ log: OwnLog, rounds: Int = 1) throws {
        let at = try #require(Timestamp("2021-05-06T09:00:00+08:00"))
        var bytes = try entries().map { try SignedEntry(log: log.origin, at: at, entry: $0).encoded() }
        bytes.append(Array(#"{"kind":"later","v":9}"#.utf8))
        try database.register(log.origin, own: true)
        for _ in 0..<rounds {
            let frontier = try database.read(log.origin) { try Frontier(size: $0.size, reader: $0) } ?? Frontier()
            try database.append(LogBatch(origin: log.origin, onto: frontier, entries: bytes), sign: log.note)
        }
    }

    /// Follows every log from `start` to its end, in steps, as the runtime does at every start.
    private func follow(_ views: ViewsDatabase, _ database: LogDatabase, from start: Int = 0, step: Int = 7) throws {
        for log in try database.logs() {
            var position = start
            while position < log.size {
                let end = min(log.size, position + step)
                let entries = try #require(try database.read(log.origin) { try $0.entries(position..<end) })
                let root = try #require(try database.root(of: log.origin, at: end))
                try views.follow(entries, from: position, head: CutLog(log: log.origin, size: end, root: root))
                position = end
            }
        }
    }

    private func rebuilt(_ database: LogDatabase) throws -> [String] {
        let elsewhere = try TemporaryFolder()
        let views = try ViewsDatabase(elsewhere.folder, of: database)
        try follow(views, database, step: 1)
        return try views.dump()
    }

    @Test func rebuiltViewsAreTheKeptOnes() throws {
        let folder = try TemporaryFolder()
        let database = try LogDatabase(folder.folder, creating: true)
        let log = try OwnLog()
        try fill(database, log, rounds: 2)
        try fill(database, try OwnLog("500000.tongzhou.test/common/1"))
        let views = try ViewsDatabase(folder.folder, of: database)
        try follow(views, database)
        let kept = try views.dump()
        #expect(kept == (try rebuilt(database)))
        // Three times all entries and one that is not understood; 3 readings each; 2 ledger lines each.
        let entries = try entries().count + 1
        for (prefix, count) in [
            ("entry ", 3 * entries), ("section ", 3), ("reading ", 9), ("reading_value ", 9), ("agreement ", 3),
            ("statement ", 15), ("fact ", 6), ("exemption ", 3), ("endorsement ", 6), ("ledger ", 6), ("follower ", 2),
            ("incident ", 3), ("incident_ruling ", 3), ("levy ", 3), ("levy_charge ", 6), ("award ", 6),
            ("basin_account ", 6),
        ] {
            #expect(kept.filter { $0.hasPrefix(prefix) }.count == count, "\(prefix)")
        }
        #expect(kept.filter { $0.contains("not-understood") }.count == 3)
        // Following again from anywhere adds nothing.
        for start in [0, 5, 24] { try follow(views, database, from: start) }
        #expect(try views.dump() == kept)
        // Grown and opened again: the same as built from the start.
        try fill(database, log)
        let opened = try ViewsDatabase(folder.folder, of: database)
        #expect(try opened.dump() == kept)
        try follow(opened, database)
        #expect(try opened.dump() == (try rebuilt(database)))
    }

    @Test func gapsAreRefused() throws {
        let folder = try TemporaryFolder()
        let database = try LogDatabase(folder.folder, creating: true)
        let log = try OwnLog()
        try fill(database, log)
        let views = try ViewsDatabase(folder.folder, of: database)
        let head = CutLog(log: log.origin, size: 4, root: .emptyTree)
        #expect(throws: StoreError.outOfSequence(log: log.origin.text, stored: 0, offered: 3)) {
            try views.follow([[1]], from: 3, head: head)
        }
        #expect(try views.dump().isEmpty)
    }

    @Test(arguments: ["not a database", "", "other version", "no tables"])
    func whatCannotBeReadIsBuiltAnew(_ damage: String) throws {
        let folder = try TemporaryFolder()
        let database = try LogDatabase(folder.folder, creating: true)
        try fill(database, try OwnLog())
        do {
            let views = try ViewsDatabase(folder.folder, of: database)
            try follow(views, database)
        }
        let path = folder.folder.viewsDatabase.path
        switch damage {
        case "other version":
            try DatabaseQueue(path: path).write { try $0.execute(sql: "PRAGMA user_version = 1") }
        case "no tables":
            try DatabaseQueue(path: path).write { try $0.execute(sql: "DROP TABLE follower") }
        default:
            for suffix in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + suffix) }
            try Data(String(repeating: damage, count: 500).utf8).write(to: folder.folder.viewsDatabase)
        }
        let views = try ViewsDatabase(folder.folder, of: database)
        #expect(try views.dump().isEmpty)
        try follow(views, database)
        #expect(try views.dump() == (try rebuilt(database)))
        // And it lasts: the new file is a whole one.
        #expect(try ViewsDatabase(folder.folder, of: database).dump() == (try rebuilt(database)))
    }

    /// `log.sqlite` restored from an older backup: the views have followed what the logs no longer hold.
    @Test(arguments: [0, 1])
    func viewsAheadOfRestoredLogsAreBuiltAnew(_ rounds: Int) throws {
        let folder = try TemporaryFolder()
        let log = try OwnLog()
        do { try fill(try LogDatabase(folder.folder, creating: true), log, rounds: rounds) }
        let backup = try folder.backup()
        do {
            let database = try LogDatabase(folder.folder)
            try fill(database, log)
            let views = try ViewsDatabase(folder.folder, of: database)
            try follow(views, database)
        }
        try folder.restore(backup)
        let database = try LogDatabase(folder.folder)
        #expect(try database.read(log.origin) { $0.size } == rounds * (try entries().count + 1))
        let views = try ViewsDatabase(folder.folder, of: database)
        #expect(try views.dump().isEmpty)
        try follow(views, database)
        #expect(try views.dump() == (try rebuilt(database)))
    }

    /// Another history of the same length, such as a log started anew under the old name.
    @Test func viewsOfAnotherHistoryAreBuiltAnew() throws {
        let folder = try TemporaryFolder()
        let log = try OwnLog()
        do {
            let database = try LogDatabase(folder.folder, creating: true)
            try fill(database, log)
            try follow(try ViewsDatabase(folder.folder, of: database), database)
        }
        try folder.restore([:])
        let database = try LogDatabase(folder.folder, creating: true)
        try log.grow(database, by: 12)
        let views = try ViewsDatabase(folder.folder, of: database)
        try follow(views, database)
        #expect(try views.dump() == (try rebuilt(database)))
        #expect(try views.dump().filter { $0.contains("not-understood") }.count == 12)
    }

    @Test func settlementsAreReplacedAsAWhole() throws {
        let folder = try TemporaryFolder()
        let database = try LogDatabase(folder.folder, creating: true)
        let views = try ViewsDatabase(folder.folder, of: database)
        try views.queue.write {
            try $0.execute(sql: "INSERT INTO settlement VALUES ('a', 'd', '2021-04', 'open', NULL)")
        }
        #expect(try views.dump().count == 1)
        try views.replaceSettlements([])
        #expect(try views.dump().isEmpty)
    }
}
