public import Compensation

/// A supplied value of one agreement and period: what the parties say it is, and what they agree on.
public struct Fact: Sendable {
    public let name: FactName
    /// The latest word of each party that has said one, sorted by party.
    public let latest: [FactWord]
    /// The value on which all parties agree; a newer word of one alone does not undo it.
    public let agreed: String?

    /// `words` are those about this value, in order of place; `recorded` the cuts of the settlement and the adjustments
    /// that are on record, in their order.
    init(_ name: FactName, _ words: ArraySlice<FactWord>, parties: [PartyCode], recorded: [[CutLog]]) {
        self.name = name
        let sequences = parties.map { party in words.filter { $0.party == party } }
        latest = sequences.compactMap(\.last)
        agreed = FactAgreement(sequences).value(recorded: recorded)
    }

    /// Whether some party's latest word is not what the parties agree on.
    public var isOpen: Bool {
        guard let agreed else { return true }
        return latest.contains { !$0.value.sameBytes(as: agreed) }
    }

    /// Whether `party` is the one to say something: another has said what is neither its word nor agreed on.
    public func waits(for party: PartyCode) -> Bool {
        guard isOpen else { return false }
        guard let mine = latest.first(where: { $0.party == party })?.value else { return true }
        return latest.contains { word in
            !word.value.sameBytes(as: mine) && agreed.map { !word.value.sameBytes(as: $0) } ?? true
        }
    }
}
