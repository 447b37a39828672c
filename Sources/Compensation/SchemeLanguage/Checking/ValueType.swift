/// The type of an expression, known before anything is computed.
enum ValueType: Hashable, Sendable {
    case quantity(Dimension)
    case waterClass
    case boolean
    /// The means of one section, one per indicator.
    case means
    /// One of these members, all of one sort.
    case member(Member.Sort, among: [Member])
    case time(PeriodKind, PeriodReach)
    /// Of something already reported as wrong: not reported again.
    case unknown

    var isUnknown: Bool { self == .unknown }

    func name(_ units: Units) -> Bilingual {
        switch self {
        case .quantity(let dimension): units.name(dimension)
        case .waterClass: Bilingual(zh: "水质类别", en: "a water class")
        case .boolean: Bilingual(zh: "是非判断", en: "a yes-or-no condition")
        case .means: Bilingual(zh: "一组均值", en: "a set of means")
        case .member(let sort, _): sort.name
        case .time(let kind, _): Bilingual(zh: "核算期（\(kind.name.zh)）", en: "a period (\(kind.name.en))")
        case .unknown: Bilingual(zh: "未知", en: "unknown")
        }
    }

    /// The type of a value that is one or the other; nil where they do not fit together.
    func joined(with other: ValueType) -> ValueType? {
        switch (self, other) {
        case (.unknown, let known), (let known, .unknown): known
        case (.member(let sort, let first), .member(let other, let second)) where sort == other:
            .member(sort, among: first + second.filter { !first.contains($0) })
        case (.time(let kind, let first), .time(let other, let second)) where kind == other:
            .time(kind, max(first, second))
        default: self == other ? self : nil
        }
    }
}
