import Compensation
import Federation
import Testing
import TransparencyLog

/// What the tests of the centre need.
extension World {
    static let basin = "长江流域"

    static func party(_ code: String) throws -> PartyCode { try #require(PartyCode(code)) }
    static func period(_ text: String) throws -> Period { try #require(Period(text)) }

    @discardableResult
    mutating func central(_ entry: Entry) throws -> EntryReference { try say(World.centre, "central", entry) }

    mutating func move(to time: String) throws { now = try #require(Timestamp(time)) }

    /// What a node finds wrong in the centre's ledger, as `code subject`.
    func findings(_ code: String, _ held: Held? = nil) throws -> [String] {
        let held = try held ?? self.held()
        let cases = SettlementDesk(held.docket, viewer: try Self.party(code), now: now).cases
        return try LedgerCheck(held.docket, history: held, now: now).findings(cases).map {
            "\($0.code.rawValue) \($0.subject)"
        }
    }

    /// The lines of a ledger that count, as `sort party 万元`.
    func book(_ year: String, _ basin: String = World.basin) throws -> [String] {
        try held().book().items(basin, try Self.period(year)).filter(\.counts).map {
            "\($0.sort.rawValue) \($0.party.text) \($0.amount.formattedWanYuan)"
        }
    }
}
