/// How a number loses digits. The raw value is the name used in schemes.
///
/// Negative numbers follow GB/T 8170-2008 3.2: the absolute value is rounded and the sign put back,
/// for every rule except `ceiling`.
public enum RoundingRule: String, Hashable, Sendable, CaseIterable {
    /// 修约 (四舍六入五成双), GB/T 8170-2008: a tie goes to the even digit.
    case halfEven = "half-even"
    /// 四舍五入: a tie goes away from zero.
    case halfUp = "half-up"
    /// 舍去: digits are cut off, towards zero.
    case down
    /// 进一: towards the next larger number.
    case ceiling

    public var name: Bilingual {
        switch self {
        case .halfEven: Bilingual(zh: "修约（四舍六入五成双）", en: "half to even")
        case .halfUp: Bilingual(zh: "四舍五入", en: "half up")
        case .down: Bilingual(zh: "舍去尾数", en: "cut off")
        case .ceiling: Bilingual(zh: "进一", en: "up to the next")
        }
    }
}
