/// The type of an expression, known before anything is computed.
struct ValueType: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
        case quantity(Dimension)
        case waterClass
        case boolean
        /// The means of one section, one per indicator; judged as this body type.
        case means(BodyType)
        /// Of something already reported as wrong: not reported again.
        case unknown
    }

    let kind: Kind
    /// Whether there may be no value because of missing data.
    let canBeMissing: Bool

    static let unknown = ValueType(kind: .unknown, canBeMissing: false)

    init(kind: Kind, canBeMissing: Bool = false) {
        self.kind = kind
        self.canBeMissing = canBeMissing
    }

    /// The unit in which values are shown.
    var displayUnit: Unit {
        if case .quantity(let dimension) = kind { return dimension.displayUnit }
        return .none
    }

    var name: Bilingual {
        switch kind {
        case .quantity(let dimension): dimension.name
        case .waterClass: Bilingual(zh: "水质类别", en: "a water class")
        case .boolean: Bilingual(zh: "是非判断", en: "a yes-or-no condition")
        case .means: Bilingual(zh: "一组均值", en: "a set of means")
        case .unknown: Bilingual(zh: "未知", en: "unknown")
        }
    }
}
