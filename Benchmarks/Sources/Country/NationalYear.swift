package import Compensation
package import Federation
import TransparencyLog

/// A made-up year of the whole country, or several, as entries: 31 provinces with 33 agreements, counties in a ring
/// with one agreement for every neighbour, every section measured every month, every month proposed by both sides and
/// accepted by both. Same arguments, same bytes.
package struct NationalYear {
    package struct Broken: Error {
        let place: String

        package init(_ place: String) { self.place = place }
    }

    /// What is said in one month; the ranges are of the shelf's order.
    package struct Month {
        package let readings: Range<Int>
        /// One per pair: two proposals, then two acceptances.
        package fileprivate(set) var talks: [(key: SettlementKey, entries: Range<Int>)] = []
    }

    private static let provincialAgreements = 33
    private static let provinces = [
        110000, 120000, 130000, 140000, 150000, 210000, 220000, 230000, 310000, 320000, 330000, 340000, 350000,
        360000, 370000, 410000, 420000, 430000, 440000, 450000, 460000, 500000, 510000, 520000, 530000, 540000,
        610000, 620000, 630000, 640000, 650000,
    ]

    package let roster: Roster
    package let centre: Member
    package let pairs: [Pair]
    package private(set) var shelf = LogShelf()
    package private(set) var months: [Month] = []
    private let year: Int
    private var chance: UInt64 = 1

    /// - Parameters:
    ///   - months: counted from January of `year`; agreements end after three years.
    ///   - quietCounties: counties with a log, a section and no agreement.
    package init(year: Int, countyAgreements: Int, months: Int, quietCounties: Int = 0) throws {
        self.year = year
        let provinces = try Self.provinces.map { try Self.member("\($0)", .province) }
        let counties = try (0..<countyAgreements).map { try Self.member("\(200_001 + $0)", .province) }
        centre = try Self.member("100000", .centre)
        let quiet = try (0..<quietCounties).map { try Self.member("\(300_001 + $0)", .province) }
        guard let roster = Roster(provinces + counties + quiet + [centre]) else {
            throw Broken("NationalYear.swift 29")
        }
        self.roster = roster
        let total = Self.provincialAgreements + countyAgreements
        pairs = try (0..<total).map { number in
            let (ring, place) =
                number < Self.provincialAgreements
                ? (provinces, number) : (counties, number - Self.provincialAgreements)
            let (upstream, downstream) = Self.neighbours(place, in: ring)
            let sections = try Self.share(of: 3600 * total / 2033, place: number, among: total).map {
                guard let section = SectionID("\(downstream.code.text)-d\($0)") else {
                    throw Broken("NationalYear.swift 38")
                }
                return section
            }
            return try Pair(
                number: number, upstream: upstream, downstream: downstream, sections: sections, year: year)
        }
        for member in roster.members { try introduce(member) }
        for pair in pairs { try sign(pair) }
        for county in quiet { try measure(county) }
        var desks = try pairs.map(PairDesk.init)
        for month in 1...months { try live(month, &desks) }
    }

    package static func log(of member: Member, _ channel: String) throws -> LogOrigin {
        guard let origin = LogOrigin("\(member.node.text)/\(channel)/1") else { throw Broken("NationalYear.swift 51") }
        return origin
    }

    package mutating func say(_ entry: Entry, in origin: LogOrigin, at: Timestamp) throws {
        _ = try shelf.append(entry, to: origin, at: at)
    }

    /// After the first round of the ring, the next neighbour but one.
    private static func neighbours(_ place: Int, in ring: [Member]) -> (Member, Member) {
        (ring[place % ring.count], ring[(place + 1 + place / ring.count) % ring.count])
    }

    /// Consecutive numbers, as evenly as possible.
    private static func share(of total: Int, place: Int, among count: Int) -> Range<Int> {
        total * place / count..<total * (place + 1) / count
    }

    private static func member(_ code: String, _ role: NodeRole) throws -> Member {
        guard let node = NodeName("\(code).tongzhou.test"), let party = PartyCode(code) else {
            throw Broken("NationalYear.swift 70")
        }
        return Member(
            node: node, code: party, role: role, name: Bilingual(zh: code, en: code),
            logKey: try MemberKeys(node).publicKey())
    }

    private mutating func introduce(_ member: Member) throws {
        let entry = NodeEntry(
            node: member.node, party: member.code, role: member.role, name: member.name,
            logKey: Base64.encode(member.logKey), cosignerKeys: try MemberKeys(member.node).cosignerKeys())
        _ = try shelf.append(.node(entry), to: Self.log(of: member, "common"), at: try time(1, 1))
    }

    private mutating func sign(_ pair: Pair) throws {
        let at = try time(1, 2)
        for section in pair.sections {
            try name(section, upstream: pair.upstream.code, downstream: pair.downstream, at: at)
        }
        let channel = pair.channel(of: pair.downstream)
        _ = try shelf.append(.scheme(pair.scheme), to: channel, at: at)
        _ = try shelf.append(.agreement(pair.agreement), to: channel, at: at)
        _ = try shelf.append(.agreementSignature(pair.signature), to: channel, at: at)
        _ = try shelf.append(.agreementSignature(pair.signature), to: pair.channel(of: pair.upstream), at: at)
    }

    private mutating func name(
        _ section: SectionID, upstream: PartyCode, downstream: Member, at: Timestamp
    ) throws {
        let entry = SectionEntry(
            section: section, name: Bilingual(zh: section.text, en: section.text), aliases: [], river: "某河",
            basin: "长江流域", bodyType: .river, controlLevel: .national, upstream: upstream,
            downstream: downstream.code)
        _ = try shelf.append(.section(entry), to: Self.log(of: downstream, "common"), at: at)
    }

    /// The one section of a county without agreements.
    package static func section(of county: Member) throws -> SectionID {
        guard let section = SectionID("\(county.code.text)-d1") else { throw Broken("NationalYear.section") }
        return section
    }

    private mutating func measure(_ county: Member) throws {
        let code = county.code.text == "300001" ? "300002" : "300001"
        guard let upstream = PartyCode(code) else { throw Broken("NationalYear.measure") }
        try name(try Self.section(of: county), upstream: upstream, downstream: county, at: try time(1, 2))
    }

    /// A reading that a county without agreements records by the way; its values are not said again.
    package mutating func sayReading(of county: Member, number: Int) throws -> LogOrigin {
        let origin = try Self.log(of: county, "common")
        try record(try Self.section(of: county), in: origin, month: 1 + number % 12)
        return origin
    }

    private mutating func record(_ section: SectionID, in origin: LogOrigin, month: Int) throws {
        let entry = ReadingsEntry(
            section: section, source: "cnemc-auto", file: "\(month).csv", fileDigest: ContentDigest(of: []),
            rows: [try reading(month)])
        _ = try shelf.append(.readings(entry), to: origin, at: try time(month, 28))
    }

    /// The readings of all sections, then what the pairs say about them.
    private mutating func live(_ month: Int, _ desks: inout [PairDesk]) throws {
        let start = shelf.order.count
        for pair in pairs {
            for section in pair.sections {
                try record(section, in: Self.log(of: pair.downstream, "common"), month: month)
            }
        }
        var said = Month(readings: start..<shelf.order.count)
        guard let period = Period(text(month)) else { throw Broken("NationalYear.live") }
        for place in pairs.indices {
            let pair = pairs[place]
            let sides = [pair.upstream, pair.downstream]
            let start = shelf.order.count
            var proposals: [(EntryReference, ProposalEntry)] = []
            for member in sides {
                let proposal = try desks[place].proposal(by: member, for: period, on: shelf)
                let said = try shelf.append(
                    .proposal(proposal), to: pair.channel(of: member), at: try time(month, 28))
                proposals.append((said, proposal))
            }
            for (member, (said, proposal)) in zip(sides, proposals.reversed()) {
                let acceptance = AcceptanceEntry(
                    key: proposal.key, proposal: said, settlementDigest: proposal.settlementDigest)
                _ = try shelf.append(
                    .acceptance(acceptance), to: pair.channel(of: member), at: try time(month, 28))
            }
            said.talks.append((proposals[0].1.key, start..<shelf.order.count))
        }
        months.append(said)
    }

    private func text(_ month: Int) -> String {
        let (years, rest) = (month - 1).quotientAndRemainder(dividingBy: 12)
        return "\(year + years)-\(rest < 9 ? "0" : "")\(rest + 1)"
    }

    private func time(_ month: Int, _ day: Int) throws -> Timestamp {
        let text = "\(text(month))-\(day < 10 ? "0" : "")\(day)T08:00:00+08:00"
        guard let time = Timestamp(text) else { throw Broken("NationalYear.swift 134") }
        return time
    }

    private mutating func reading(_ month: Int) throws -> ReadingContent {
        guard let time = CivilTime(text: "\(text(month))-15T00:00+08:00") else {
            throw Broken("NationalYear.swift 140")
        }
        let values: [IndicatorValue] = try [
            (.pH, "7.\(die(10))"), (.dissolvedOxygen, "\(6 + die(3)).\(die(10))"),
            (.permanganateIndex, "\(1 + die(5)).\(die(10))"), (.ammoniaNitrogen, "0.\(1 + die(9))"),
            (.totalPhosphorus, "0.0\(1 + die(9))"),
        ].map { (indicator: Indicator, text: String) in
            guard let value = MeasuredValue(text) else { throw Broken("NationalYear.swift 147") }
            return IndicatorValue(indicator, value)
        }
        return ReadingContent(time: time, status: .normal, values: values)
    }

    /// Numbers that look like chance and are the same every time.
    private mutating func die(_ sides: UInt64) -> UInt64 {
        chance = chance &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return (chance >> 33) % sides
    }
}
