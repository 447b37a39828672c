public import Compensation

/// Who may put an agreement forward: the downstream party; where several are jointly up- or downstream, the one on
/// the right bank (财资环〔2025〕49号 three, 1). Derived from what is registered of the agreement's sections.
public struct DraftingRight: Sendable {
    public enum Ground: String, Sendable {
        case downstream
        case rightBank = "right-bank"
        /// Several downstream parties and no right bank, as in a pool, or no section registered: any party.
        case anyParty = "any-party"
    }

    public let ground: Ground
    /// Sorted.
    public let parties: [PartyCode]

    public init(parties: [PartyCode], sections: [SectionEntry]) {
        func known(_ codes: [PartyCode]) -> [PartyCode] {
            parties.sorted().filter { party in codes.contains(party) }
        }
        let downstream = known(
            sections.flatMap { $0.flow == .twoWay ? [$0.downstream, $0.upstream] : [$0.downstream] })
        let named = known(sections.compactMap(\.rightBank))
        let onRightBank = named.isEmpty ? known(sections.filter { $0.bank == .right }.map(\.downstream)) : named
        if downstream.count == 1 {
            (ground, self.parties) = (.downstream, downstream)
        } else if downstream.count > 1, onRightBank.count == 1 {
            (ground, self.parties) = (.rightBank, onRightBank)
        } else {
            (ground, self.parties) = (.anyParty, parties.sorted())
        }
    }

    public func includes(_ party: PartyCode) -> Bool { parties.contains(party) }
}

extension Docket {
    /// Who may put forward an agreement of these parties under this scheme.
    public func draftingRight(_ parties: [PartyCode], _ scheme: Scheme) -> DraftingRight {
        DraftingRight(parties: parties, sections: scheme.sections.compactMap { self.sections.section($0.id) })
    }
}
