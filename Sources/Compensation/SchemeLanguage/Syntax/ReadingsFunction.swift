/// What is done with the readings of a section. The raw value is the word in schemes.
public enum ReadingsFunction: String, Hashable, Sendable {
    case mean, sum, largest, smallest, count

    public var name: Bilingual {
        switch self {
        case .mean: Bilingual(zh: "均值", en: "mean")
        case .sum: Bilingual(zh: "合计", en: "sum")
        case .largest: Bilingual(zh: "最大值", en: "largest value")
        case .smallest: Bilingual(zh: "最小值", en: "smallest value")
        case .count: Bilingual(zh: "个数", en: "count")
        }
    }
}
