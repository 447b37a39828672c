public import Compensation

/// What the centre alone may say beside verdicts and settlement lines: levies, rulings, awards, the unified accounting.
/// Everything in order of place; what a later entry replaces stays.
public struct CentreRegister: Sendable {
    public private(set) var levies: [EntryRecord<LevyEntry>] = []
    public private(set) var charges: [EntryRecord<LevyChargeEntry>] = []
    public private(set) var rulings: [EntryRecord<IncidentRulingEntry>] = []
    public private(set) var awards: [EntryRecord<AwardEntry>] = []
    public private(set) var accounts: [EntryRecord<BasinAccountEntry>] = []

    public init() {}

    mutating func fold(_ record: EntryRecord<LevyEntry>) { levies.place(record) }
    mutating func fold(_ record: EntryRecord<LevyChargeEntry>) { charges.place(record) }
    mutating func fold(_ record: EntryRecord<IncidentRulingEntry>) { rulings.place(record) }
    mutating func fold(_ record: EntryRecord<AwardEntry>) { awards.place(record) }
    mutating func fold(_ record: EntryRecord<BasinAccountEntry>) { accounts.place(record) }

    public func levy(at place: EntryReference) -> EntryRecord<LevyEntry>? { levies.first { $0.reference == place } }

    /// The table that counts.
    public func award(_ basin: String, _ year: Period) -> EntryRecord<AwardEntry>? {
        awards.last { $0.body.basin.sameBytes(as: basin) && $0.body.year == year }
    }

    /// The accounting that counts.
    public func account(_ basin: String, _ year: Period) -> EntryRecord<BasinAccountEntry>? {
        accounts.last { $0.body.basin.sameBytes(as: basin) && $0.body.year == year }
    }

    /// The ruling that counts.
    public func ruling(on incident: EntryReference, of party: PartyCode) -> EntryRecord<IncidentRulingEntry>? {
        rulings.last { $0.body.incident == incident && $0.body.party == party }
    }

    /// The rulings that count, in order of place.
    public var standingRulings: [EntryRecord<IncidentRulingEntry>] {
        rulings.filter { ruling(on: $0.body.incident, of: $0.body.party)?.reference == $0.reference }
    }

    /// The ruling by which the party gets none of these this year; the first where there are several.
    public func cancels(
        _ sort: IncidentRulingEntry.Cancelled, of party: PartyCode, _ basin: String, _ year: Period
    ) -> EntryRecord<IncidentRulingEntry>? {
        standingRulings.first {
            $0.body.party == party && $0.body.basin.sameBytes(as: basin) && $0.body.year == year
                && $0.body.cancels.contains(sort)
        }
    }
}
