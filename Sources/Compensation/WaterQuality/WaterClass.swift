/// The water class 水质类别 of GB 3838-2002, Ⅰ…Ⅴ and 劣Ⅴ as 1…6. A worse class is greater.
public enum WaterClass: Int, Hashable, Comparable, Sendable, CaseIterable {
    case i = 1
    case ii
    case iii
    case iv
    case v
    case worseThanV

    public var symbol: String {
        switch self {
        case .i: "Ⅰ"
        case .ii: "Ⅱ"
        case .iii: "Ⅲ"
        case .iv: "Ⅳ"
        case .v: "Ⅴ"
        case .worseThanV: "劣Ⅴ"
        }
    }

    /// Nil unless the text is one of `Ⅰ Ⅱ Ⅲ Ⅳ Ⅴ 劣Ⅴ`.
    public init?(symbol: String) {
        guard let known = Self.allCases.first(where: { UTF8Order.areEqual($0.symbol, symbol) }) else { return nil }
        self = known
    }

    public static func < (left: WaterClass, right: WaterClass) -> Bool {
        left.rawValue < right.rawValue
    }
}
