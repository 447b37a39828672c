import Compensation
public import TransparencyLog

/// What parties have said about supplied values, found by what it is about.
public struct FactRegister: Sendable {
    private var statementsByPeriod = Pigeonholes<SettlementKey, PartyRecord<FactsEntry>>()
    private var statementsByAgreement = Pigeonholes<ContentDigest, PartyRecord<FactsEntry>>()
    private var endorsementsByStatement = Pigeonholes<EntryReference, PartyRecord<FactsEndorsementEntry>>()

    public init() {}

    mutating func fold(_ record: EntryRecord<FactsEntry>, by party: PartyCode) {
        let said = PartyRecord(party: party, record: record)
        statementsByPeriod.place(said, under: record.body.key)
        statementsByAgreement.place(said, under: record.body.key.agreementDigest)
    }

    mutating func fold(_ record: EntryRecord<FactsEndorsementEntry>, by party: PartyCode) {
        endorsementsByStatement.place(PartyRecord(party: party, record: record), under: record.body.facts)
    }

    /// Statements under the terms of this digest, in order of place.
    public func statements(under agreementDigest: ContentDigest) -> [PartyRecord<FactsEntry>] {
        statementsByAgreement[agreementDigest]
    }

    /// Every value that a party of `terms` has stated for the period in the agreement's channel, sorted by name. What
    /// the agreement does not leave to the parties is none.
    /// `cut` says how much of the logs may be used; all that is held where it is nil. `recorded` are the cuts of the
    /// settlement and the adjustments on record, in their order.
    func facts(_ terms: AgreementTerms, _ period: Period, cut: [CutLog]?, recorded: [[CutLog]]) -> [Fact] {
        let cut = cut.map { ([$0] + recorded).flatMap { $0 } }
        func counts<Body>(_ said: PartyRecord<Body>) -> Bool {
            said.reference.log.channel == terms.entry.channel && terms.entry.parties.contains(said.party)
                && cut.map { $0.contains { $0.includes(said.reference) } } ?? true
        }
        var words: [FactWord] = []
        for statement in statementsByPeriod[terms.key(period)] where counts(statement) {
            words += FactWord.words(
                statement, at: statement.reference, by: statement.party, seen: statement.record.body.seen)
            for endorsement in endorsementsByStatement[statement.reference] where counts(endorsement) {
                words += FactWord.words(
                    statement, at: endorsement.reference, by: endorsement.party,
                    seen: [statement.reference] + endorsement.record.body.seen)
            }
        }
        words.removeAll { !terms.leavesOpen($0.name.supplied($0.value)) }
        words.sort { $0.name == $1.name ? $0.place < $1.place : $0.name < $1.name }
        var facts: [Fact] = []
        var rest = words[...]
        while let name = rest.first?.name {
            let these = rest.prefix { $0.name == name }
            facts.append(Fact(name, these, parties: terms.entry.parties, recorded: recorded))
            rest = rest[these.endIndex...]
        }
        return facts
    }
}
