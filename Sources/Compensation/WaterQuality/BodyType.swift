/// What kind of water a section is judged as: an attribute of the section, never guessed from its name.
/// The raw value is the word used in schemes and files.
public enum BodyType: String, Hashable, Sendable, CaseIterable {
    case river
    /// Lakes and reservoirs.
    case lake

    public var name: Bilingual {
        switch self {
        case .river: Bilingual(zh: "河流", en: "river")
        case .lake: Bilingual(zh: "湖库", en: "lake or reservoir")
        }
    }
}
