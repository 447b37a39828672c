/// The single-factor class 单因子评价 of a set of values, with what each item contributed.
public struct Classification: Hashable, Sendable {
    public struct Item: Hashable, Sendable {
        public let indicator: Indicator
        public let waterClass: WaterClass
    }

    /// The worst class of the items.
    public let waterClass: WaterClass
    /// The classed items, ordered by indicator code.
    public let items: [Item]

    /// The items whose class is the overall class, ordered by indicator code.
    public var deciding: [Indicator] {
        items.filter { $0.waterClass == waterClass }.map(\.indicator)
    }
}
