public import Compensation

/// Divides an amount by whole factors without losing a fen: every part is rounded down, and the fen still lacking go
/// one each to the parts that lost most; of equal losses the earlier first.
public enum LargestRemainder {
    /// Nil for no factors, for a factor below one or beyond 10^9, for a negative amount, and where a product does not
    /// fit.
    public static func parts(of amount: Fen, by factors: [Int64]) -> [Fen]? {
        guard amount >= .zero, !factors.isEmpty,
            factors.allSatisfy({ (1...SplitShare.largestFactor).contains($0) }),
            let sum = Fen.sum(factors.map { Fen($0) })?.count
        else { return nil }
        var parts: [Int64] = []
        var losses: [(position: Int, remainder: UInt64)] = []
        for (position, factor) in factors.enumerated() {
            let product = amount.count.multipliedFullWidth(by: factor)
            let (quotient, remainder) = UInt64(sum).dividingFullWidth((UInt64(product.high), product.low))
            guard let part = Int64(exactly: quotient) else { return nil }
            parts.append(part)
            losses.append((position, remainder))
        }
        guard let given = Fen.sum(parts.map { Fen($0) }), let lacking = amount.subtracting(given) else { return nil }
        losses.sort { $0.remainder == $1.remainder ? $0.position < $1.position : $0.remainder > $1.remainder }
        for loss in losses.prefix(Int(lacking.count)) { parts[loss.position] += 1 }
        return parts.map { Fen($0) }
    }
}
