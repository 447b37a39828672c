public import Compensation
public import TransparencyLog

/// What an adjustment settlement consists of: what was recorded of the period, what is computed now, and the
/// difference as payments. Nothing recorded is ever edited.
public struct Adjustment: Sendable {
    /// Counted from 1 within the period.
    public let number: Int
    /// The verified settlement that this one follows.
    public let precedingDigest: ContentDigest
    /// The payments of the whole period as they stood with it.
    public let recorded: [Transfer]
    /// The payments of the whole period as computed now.
    public let computed: [Transfer]
    /// Per payment of the scheme and pair of parties, in order of name, payer and payee; no amount is zero.
    public let difference: [Transfer]

    init(
        number: Int, precedingDigest: ContentDigest, recorded: [Transfer], computed: [Transfer]
    ) throws(ComputationObstacle) {
        self.number = number
        self.precedingDigest = precedingDigest
        self.recorded = recorded
        self.computed = computed
        difference = try Self.difference(from: recorded, to: computed)
    }

    /// One payment of the scheme between two parties, in the direction from the smaller code to the greater.
    private struct Line {
        let transfer: Transfer
        let first: PartyCode
        let second: PartyCode
        var amount: Int64 = 0

        init(_ transfer: Transfer) {
            self.transfer = transfer
            first = min(transfer.payer, transfer.payee)
            second = max(transfer.payer, transfer.payee)
        }

        func isSame(as other: Line) -> Bool {
            transfer.name.sameBytes(as: other.transfer.name) && first == other.first && second == other.second
        }

        func precedes(_ other: Line) -> Bool {
            transfer.name.sameBytes(as: other.transfer.name)
                ? (first, second) < (other.first, other.second)
                : transfer.name.precedesInBytes(other.transfer.name)
        }
    }

    private static func difference(
        from recorded: [Transfer], to computed: [Transfer]
    ) throws(ComputationObstacle) -> [Transfer] {
        var lines: [Line] = []
        for (transfer, isRecorded) in recorded.map({ ($0, true) }) + computed.map({ ($0, false) }) {
            let line = Line(transfer)
            if !lines.contains(where: line.isSame) { lines.append(line) }
            for place in lines.indices where lines[place].isSame(as: line) {
                let isForward = (transfer.payer == line.first) != isRecorded
                let amount = transfer.amount.count
                let (sum, overflow) =
                    isForward
                    ? lines[place].amount.addingReportingOverflow(amount)
                    : lines[place].amount.subtractingReportingOverflow(amount)
                guard !overflow, sum != .min else { throw .amountTooLarge(transfer.name) }
                lines[place].amount = sum
            }
        }
        return lines.filter { $0.amount != 0 }.sorted { $0.precedes($1) }.map { line in
            Transfer(
                payer: line.amount > 0 ? line.first : line.second, payee: line.amount > 0 ? line.second : line.first,
                amount: Fen(abs(line.amount)), article: line.transfer.article, name: line.transfer.name)
        }
    }
}
