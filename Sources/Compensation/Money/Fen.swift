import BigInt

/// An amount of money in fen 分 (one hundredth of a yuan), signed.
public struct Fen: Hashable, Comparable, Sendable {
    public let count: Int64

    public static let zero = Fen(0)

    public init(_ count: Int64) {
        self.count = count
    }

    /// Nil where the amount is no whole number of fen or does not fit: nothing is rounded here.
    public init?(yuan: Rational) {
        let fen = yuan * Rational(100)
        guard fen.isInteger, let count = Int64(exactly: fen.numerator) else { return nil }
        self.count = count
    }

    /// An amount in 万元 (10 000 yuan). Nil where it is no whole number of fen or does not fit.
    public init?(wanYuan: Rational) {
        self.init(yuan: wanYuan * Rational(10_000))
    }

    /// Nil when the sum does not fit.
    public func adding(_ other: Fen) -> Fen? {
        let (sum, overflow) = count.addingReportingOverflow(other.count)
        return overflow ? nil : Fen(sum)
    }

    /// Nil when the difference does not fit.
    public func subtracting(_ other: Fen) -> Fen? {
        let (difference, overflow) = count.subtractingReportingOverflow(other.count)
        return overflow ? nil : Fen(difference)
    }

    /// Nil when the total does not fit.
    public static func sum(_ amounts: [Fen]) -> Fen? {
        var total = Fen.zero
        for amount in amounts {
            guard let next = total.adding(amount) else { return nil }
            total = next
        }
        return total
    }

    public static func < (left: Fen, right: Fen) -> Bool {
        left.count < right.count
    }
}
