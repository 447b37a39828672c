/// A party, section, item or indicator of a scheme, by its place in the order of the text.
struct Member: Hashable, Sendable {
    enum Sort: Hashable, Sendable {
        case party, section, item, indicator

        var name: Bilingual {
            switch self {
            case .party: Bilingual(zh: "缔约方", en: "a party")
            case .section: Bilingual(zh: "断面", en: "a section")
            case .item: Bilingual(zh: "事项", en: "an item")
            case .indicator: Bilingual(zh: "监测指标", en: "an indicator")
            }
        }
    }

    let sort: Sort
    let place: Int
}
