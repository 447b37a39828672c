/// In what state the station was when it reported. The raw value is the code in files, logs and schemes.
public enum ReadingStatus: String, Hashable, Sendable, CaseIterable {
    case normal
    case maintenance
    case suspended
    /// No water flowed.
    case dry
    /// The water was under ice.
    case frozen
    /// Nothing was measured though it should have been.
    case missing

    public var name: Bilingual {
        switch self {
        case .normal: Bilingual(zh: "正常", en: "normal")
        case .maintenance: Bilingual(zh: "维护", en: "maintenance")
        case .suspended: Bilingual(zh: "停站", en: "suspended")
        case .dry: Bilingual(zh: "断流", en: "dry")
        case .frozen: Bilingual(zh: "封冻", en: "frozen")
        case .missing: Bilingual(zh: "缺测", en: "missing")
        }
    }
}
