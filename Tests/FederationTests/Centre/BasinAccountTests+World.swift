import Compensation
import Federation
import Testing
import TransparencyLog

/// Two mainstems in memory.
extension BasinAccountTests {
    static func supplied(_ basin: Basin) -> [SuppliedValue] {
        zip(["空间权重", "时间权重", "每分金额"], basin.values).map { SuppliedValue(name: $0, value: $1) }
            + [SuppliedValue(name: "以前三年平均", value: "no")]
            + [("CODMn", "2"), ("NH3-N", "0.1"), ("TP", "0.05")].map {
                SuppliedValue(name: "源头基准", arguments: [$0], value: "\($1) mg/L")
            }
    }

    private static let recorders = [World.hunan, World.chongqing, World.guizhou]

    /// Readings of all sections for two years, spread over the members' common logs; the scheme in the centre's, and
    /// the registrations: who recorded is upstream, the next of the three downstream.
    func world(
        _ basins: [Basin], after world: World? = nil, from source: String = "cnemc-auto"
    ) throws -> (World, [Basin: SchemeEntry]) {
        var world = try world ?? World()
        try world.move(to: "2026-02-01T09:00:00+08:00")
        var schemes: [Basin: SchemeEntry] = [:]
        for basin in basins {
            let text = String(decoding: try Repository.bytes("schemes/\(basin.file).md"), as: UTF8.self)
            let entry = SchemeEntry(text: text)
            schemes[basin] = entry
            try world.central(.scheme(entry))
            let scheme = try Scheme.load(Array(text.utf8)).get()
            for (number, section) in scheme.sections.enumerated() {
                let recorder = Self.recorders[number % 3]
                try world.central(
                    .section(
                        try Self.registration(
                            section.id, basin.name, of: recorder, and: Self.recorders[(number + 1) % 3])))
                try world.say(
                    recorder, "common", .readings(try readings(section.id, better: basin.better, source: source)))
            }
        }
        try world.move(to: "2026-02-02T09:00:00+08:00")
        return (world, schemes)
    }

    static func registration(
        _ section: SectionID, _ basin: String, of upstream: String, and downstream: String
    ) throws -> SectionEntry {
        SectionEntry(
            section: section, name: Bilingual(zh: section.text, en: section.text), aliases: [], river: basin,
            basin: basin, bodyType: .river, controlLevel: .national, upstream: try World.party(upstream),
            downstream: try World.party(downstream))
    }

    /// Of the middle of both years; the year 2025 is better at the section `better`.
    func readings(
        _ section: SectionID, better: String, source: String = "cnemc-auto", years: [Int] = [2024, 2025]
    ) throws -> ReadingsEntry {
        let rows = try years.map { year in
            try EntryVectors.content(
                "\(year)-06-15T00:00+08:00", .normal,
                [
                    (.permanganateIndex, year == 2025 && section.text == better ? "1" : "2"),
                    (.ammoniaNitrogen, "0.1"), (.totalPhosphorus, "0.05"),
                ])
        }
        return ReadingsEntry(
            section: section, source: source, file: "years.csv", fileDigest: ContentDigest(of: []), rows: rows)
    }

    func account(_ world: World, _ basin: Basin, _ scheme: SchemeEntry) throws -> BasinAccountEntry {
        let held = try world.held()
        let computer = BasinAccountComputer(held.docket, history: held)
        return try computer.compute(
            basin.name, try World.period("2025"), scheme: scheme.digest, values: Self.supplied(basin)
        ).get().entry
    }

    func altered(
        _ entry: BasinAccountEntry, lines: [PartyAmount]? = nil, cut: [CutLog]? = nil, scheme: ContentDigest? = nil
    ) -> BasinAccountEntry {
        BasinAccountEntry(
            basin: entry.basin, year: entry.year, schemeDigest: scheme ?? entry.schemeDigest, cut: cut ?? entry.cut,
            correctionsNotApplied: entry.correctionsNotApplied, values: entry.values,
            accountDigest: entry.accountDigest, lines: lines ?? entry.lines)
    }
}
