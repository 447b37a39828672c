import Compensation
import Federation
import Testing
import TransparencyLog

/// 财资环〔2025〕50号: the unified accounting of both mainstems through the logs. Its numbers are those of the schemes'
/// own tests: one section halves its CODMn, everything else stays as it was.
@Suite struct BasinAccountTests {
    struct Basin: CustomTestStringConvertible, Sendable {
        let name: String
        let file: String
        let better: String
        let values: [String]
        /// The lines that are not the common one, and that one, in fen.
        let lines: [(String, Int64)]
        let others: ClosedRange<Int64>
        let provinces: Int
        var testDescription: String { name }
    }

    /// Sichuan +1 000 and Chongqing −1 500, less the mean −500/11; Henan +900 and Shandong −1 800, less −100.
    static let basins = [
        Basin(
            name: "长江流域", file: "长江干流-2025", better: "510000-zhutuo", values: ["0.5", "0.5", "10000 万元"],
            lines: [("510000", 1_045_454_546), ("500000", -1_454_545_454)], others: 45_454_545...45_454_546,
            provinces: 11),
        Basin(
            name: "黄河流域", file: "黄河干流-2025", better: "410000-liuzhuang", values: ["1", "0", "6000 万元"],
            lines: [("410000", 100_000_000 * 10), ("370000", -170_000_000 * 10)], others: 100_000_000...100_000_000,
            provinces: 9),
    ]

    @Test func bothBasinsSumToZeroAndEveryProvinceComputesTheSame() throws {
        var (world, schemes) = try world(Self.basins)
        for basin in Self.basins {
            let entry = try account(world, basin, try #require(schemes[basin]))
            #expect(entry.lines.count == basin.provinces)
            #expect(Fen.sum(entry.lines.map(\.amount)) == .zero)
            for line in entry.lines {
                let own = basin.lines.first { $0.0 == line.party.text }
                #expect(own.map { $0.1 == line.amount.count } ?? basin.others.contains(line.amount.count))
            }
            try world.central(.basinAccount(entry))
        }
        let held = try world.held()
        for code in [World.hunan, World.guizhou, World.centre] {
            #expect(try world.findings(code, held).isEmpty, "\(code)")
        }
        // 青海 and 四川 have an account in each basin.
        let book = try held.book()
        for code in ["630000", "510000"] {
            let lines = book.items.filter { $0.party.text == code }
            #expect(lines.map(\.basin).sorted { $0.precedes($1) } == ["长江流域", "黄河流域"].sorted { $0.precedes($1) })
            #expect(lines.allSatisfy { $0.sort == .account })
        }
    }

    /// One fen moved between two provinces, a table that is not zero, another history, a log that is not held.
    @Test func everyFalseTableIsSeen() throws {
        let basin = Self.basins[1]
        var (world, schemes) = try world([basin])
        let honest = try account(world, basin, try #require(schemes[basin]))
        func moved(_ by: [Int64]) -> [PartyAmount] {
            honest.lines.enumerated().map { place, line in
                PartyAmount(
                    party: line.party, amount: Fen(line.amount.count + (by.indices.contains(place) ? by[place] : 0)))
            }
        }
        try world.central(.basinAccount(altered(honest, lines: moved([1, -1]))))
        #expect(try world.findings(World.hunan) == ["account-differs 黄河流域 2025"])
        try world.central(.basinAccount(altered(honest, lines: moved([1]))))
        #expect(
            try world.findings(World.hunan) == ["account-not-zero 黄河流域 2025", "account-differs 黄河流域 2025"])
        try world.central(.basinAccount(altered(honest, lines: Array(honest.lines.dropLast()))))
        #expect(try world.findings(World.hunan).contains("account-differs 黄河流域 2025"))
        let other = honest.cut.map { CutLog(log: $0.log, size: $0.size, root: MerkleHash.leaf([])) }
        try world.central(.basinAccount(altered(honest, cut: other)))
        #expect(try world.findings(World.hunan) == ["account-not-computable 黄河流域 2025"])
        // Without the log of a member that had readings; with nothing at all.
        for cut in [honest.cut.filter { $0.log.node.text != "520000.tongzhou.test" }, []] {
            try world.central(.basinAccount(altered(honest, cut: cut)))
            #expect(try world.findings(World.hunan).first == "account-cut 黄河流域 2025")
        }
        // A scheme that is not held here is no fault of the centre.
        try world.central(.basinAccount(altered(honest, scheme: SchemeEntry(text: "#").digest)))
        #expect(try world.findings(World.hunan) == ["account-not-held 黄河流域 2025"])
        // The right one is the latest.
        try world.central(.basinAccount(honest))
        #expect(try world.findings(World.hunan).isEmpty)
        let held = try world.held(short: [(World.guizhou, "common", 1)])
        #expect(try world.findings(World.hunan, held) == ["account-not-held 黄河流域 2025"])
    }

    /// A correction counts once another member with a say about the section stands by it; more readings later change
    /// nothing that was signed.
    @Test func correctionsCountWhenEndorsed() throws {
        let basin = Self.basins[1]
        var (world, schemes) = try world([basin])
        let scheme = try #require(schemes[basin])
        let before = try account(world, basin, scheme)
        let section = try #require(SectionID("410000-liuzhuang"))
        let old = try EntryVectors.content(
            "2025-06-15T00:00+08:00", .normal,
            [(.permanganateIndex, "1"), (.ammoniaNitrogen, "0.1"), (.totalPhosphorus, "0.05")])
        let new = try EntryVectors.content(
            "2025-06-15T00:00+08:00", .normal,
            [(.permanganateIndex, "2"), (.ammoniaNitrogen, "0.1"), (.totalPhosphorus, "0.05")])
        let correction = try world.say(
            World.chongqing, "common",
            .readingsCorrection(
                ReadingsCorrectionEntry(
                    section: section, source: "cnemc-auto", reason: "仪器故障",
                    rows: [try #require(ReadingChange(old: old, new: new))])))
        let alone = try account(world, basin, scheme)
        #expect(alone.lines == before.lines)
        #expect(alone.correctionsNotApplied == [correction])
        let endorsement = Entry.readingsEndorsement(ReadingsEndorsementEntry(correction: correction))
        // Of neither side.
        try world.say(World.guizhou, "common", endorsement)
        #expect(try account(world, basin, scheme).correctionsNotApplied == [correction])
        try world.say(World.hunan, "common", endorsement)
        let after = try account(world, basin, scheme)
        #expect(after.correctionsNotApplied == [])
        // Then nothing has changed anywhere: nobody pays.
        #expect(after.lines.allSatisfy { $0.amount == .zero })
        // What was computed before the endorsement was right then, and stays so.
        try world.central(.basinAccount(alone))
        #expect(try world.findings(World.hunan).isEmpty)
        // With the endorsement in its cut, the correction may not be left out.
        try world.central(.basinAccount(altered(alone, cut: after.cut)))
        #expect(try world.findings(World.hunan) == ["account-corrections 黄河流域 2025"])
        try world.central(.basinAccount(after))
        #expect(try world.findings(World.hunan).isEmpty)
    }
}

extension BasinAccountTests.Basin: Hashable {
    static func == (a: Self, b: Self) -> Bool { a.name == b.name }
    func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

extension String {
    fileprivate func precedes(_ other: String) -> Bool { utf8.lexicographicallyPrecedes(other.utf8) }
}
