import Compensation
import Country
import Federation
import Foundation
import TransparencyLog

/// A national year at the centre: `national-bench [county agreements] [months]`, 2000 and 12 unless told.
///
/// Everything on one core and in memory: the mirrors are level, what is timed is what the centre and then a province
/// make of them.
@main
struct NationalBench {
    private static let year = 2025

    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst().compactMap { Int($0) }
        let (counties, months) = (arguments.first ?? 2000, arguments.dropFirst().first ?? 12)
        var watch = Stopwatch()
        var year = try NationalYear(year: Self.year, countyAgreements: counties, months: months)
        watch.show(
            "made", "\(year.shelf.logs.reduce(0) { $0 + $1.entries.count }) entries in \(year.shelf.logs.count) logs")

        var docket = Docket(roster: year.roster)
        for log in year.shelf.logs { docket.fold(log.entries, from: 0, head: log.head) }
        watch.show("read into the docket", "")

        guard let now = Timestamp("\(Self.year + 1)-01-05T08:00:00+08:00"), let central = ChannelName("central")
        else { throw NationalYear.Broken("NationalBench.swift 25") }
        func due() throws -> [Draft] {
            let desk = SettlementDesk(docket, viewer: year.centre.code, now: now)
            return try CentreNextSteps(desk, channel: central, history: year.shelf).due()
        }
        let drafts = try due()
        let verdicts = drafts.filter { if case .verdict = $0.entry { true } else { false } }
        watch.show(
            "recomputed and verified", "\(verdicts.count) verdicts, \(drafts.count - verdicts.count) ledger lines")

        let origin = LogOrigin(node: year.centre.node, channel: central, epoch: 1)
        for draft in drafts { try year.say(draft.entry, in: origin, at: now) }
        if let log = year.shelf.log(origin) { docket.fold(log.entries, from: 0, head: log.head) }
        watch.show("written and read back", "")

        guard try due().isEmpty else { throw NationalYear.Broken("NationalBench.swift 40") }
        watch.show("looked over again", "nothing left to say")

        let cases = SettlementDesk(docket, viewer: year.pairs[0].upstream.code, now: now).cases
        guard cases.allSatisfy({ $0.state == .recorded }), cases.count == year.pairs.count * months else {
            throw NationalYear.Broken("NationalBench.swift 45")
        }
        watch.show("all settlements of a list", "\(cases.count) recorded")
        print(watch.memory)
    }
}
