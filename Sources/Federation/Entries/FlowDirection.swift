public import Compensation

/// Whether the water at a section always flows from the upstream to the downstream party 水流方向.
public enum FlowDirection: String, CaseIterable, Sendable {
    case oneWay = "one-way"
    /// Tidal, or a shared reach: each party is up- and downstream of the other.
    case twoWay = "two-way"

    public var name: Bilingual {
        switch self {
        case .oneWay: Bilingual(zh: "单向", en: "one-way")
        case .twoWay: Bilingual(zh: "双向", en: "two-way")
        }
    }
}
