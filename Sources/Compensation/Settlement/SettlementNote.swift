/// What became of a reading in a settlement. The raw value is the code in files.
public enum SettlementNote: String, Hashable, Sendable, CaseIterable {
    /// Every value asked for went into a mean.
    case used
    /// At least one value asked for was not measured; the others, if any, went into a mean.
    case valueMissing = "value-missing"
    /// The rule leaves out readings of this status.
    case statusExcluded = "status-excluded"
    /// No rule asks for readings of this section.
    case notAskedFor = "not-asked-for"

    public var name: Bilingual {
        switch self {
        case .used: Bilingual(zh: "参与计算", en: "used")
        case .valueMissing: Bilingual(zh: "缺测项未参与", en: "a value is missing")
        case .statusExcluded: Bilingual(zh: "按状态剔除", en: "left out because of its status")
        case .notAskedFor: Bilingual(zh: "规则未涉及", en: "not asked for by a rule")
        }
    }
}
