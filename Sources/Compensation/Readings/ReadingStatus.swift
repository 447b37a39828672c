/// In what state the station was when it reported. The raw value is the code in files, logs and schemes.
public enum ReadingStatus: String, Hashable, Sendable, CaseIterable {
    case normal
    case maintenance
    case suspended

    public var name: Bilingual {
        switch self {
        case .normal: Bilingual(zh: "正常", en: "normal")
        case .maintenance: Bilingual(zh: "维护", en: "maintenance")
        case .suspended: Bilingual(zh: "停站", en: "suspended")
        }
    }
}
