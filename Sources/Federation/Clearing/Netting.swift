public import Compensation

/// Sets off what two parties owe each other in opposite directions. What runs between different pairs is left as the
/// scheme says it: no chain is shortened. Rivers are kept apart.
public enum Netting {
    /// An amount that `payer` owes `payee`; a negative one has been paid already.
    public struct Flow: Sendable {
        let river: String
        let low: PartyCode
        let high: PartyCode
        /// What `low` owes `high`.
        let fen: Int64

        /// Nil where the amount cannot be turned round.
        public init?(payer: PartyCode, payee: PartyCode, fen: Int64, river: String? = nil) {
            guard payer != payee, fen > .min else { return nil }
            self.river = river ?? ""
            low = min(payer, payee)
            high = max(payer, payee)
            self.fen = payer < payee ? fen : -fen
        }

        fileprivate func isOfTheSamePair(as other: Flow) -> Bool {
            low == other.low && high == other.high && river.sameBytes(as: other.river)
        }
    }

    /// The transfers that remain, sorted; whatever the order of the flows. Nil where a sum does not fit.
    public static func transfers(_ flows: [Flow]) -> [ClearingTransfer]? {
        let sorted = flows.sorted { left, right in
            guard left.river.sameBytes(as: right.river) else { return left.river.precedesInBytes(right.river) }
            if left.low != right.low { return left.low < right.low }
            return left.high == right.high ? left.fen < right.fen : left.high < right.high
        }
        var transfers: [ClearingTransfer] = []
        var rest = sorted[...]
        while let first = rest.first {
            let pair = rest.prefix { $0.isOfTheSamePair(as: first) }
            rest = rest.dropFirst(pair.count)
            guard let sum = Fen.sum(pair.map { Fen($0.fen) }), sum.count > .min else { return nil }
            guard sum != .zero else { continue }
            let isForward = sum > .zero
            transfers.append(
                ClearingTransfer(
                    payer: isForward ? first.low : first.high, payee: isForward ? first.high : first.low,
                    amount: isForward ? sum : Fen(-sum.count), river: first.river.isEmpty ? nil : first.river))
        }
        return transfers.sorted()
    }

    /// What each party gets (plus) or gives (minus), sorted by code; together they are zero. Nil where a sum does
    /// not fit.
    public static func positions(_ transfers: [ClearingTransfer]) -> [(party: PartyCode, net: Fen)]? {
        var positions: [(party: PartyCode, net: Fen)] = []
        func add(_ party: PartyCode, _ fen: Fen?) -> Bool {
            guard let fen else { return false }
            let place = positions.firstIndex { $0.party == party } ?? positions.count
            if place == positions.count { positions.append((party, .zero)) }
            guard let sum = positions[place].net.adding(fen) else { return false }
            positions[place].net = sum
            return true
        }
        for transfer in transfers {
            guard add(transfer.payer, Fen.zero.subtracting(transfer.amount)), add(transfer.payee, transfer.amount)
            else { return nil }
        }
        return positions.sorted { $0.party < $1.party }
    }
}
