/// A language that people read Tongzhou in. The raw value is the ISO 639-1 code.
public enum Language: String, Hashable, Sendable, CaseIterable {
    case zh
    case en
}
