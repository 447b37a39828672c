/// A requirement of a scheme, such as a minimum standard 最低标准, that fixed values do not meet.
public struct UnmetRequirement: Hashable, Sendable {
    /// What the scheme requires, in its own words.
    public let text: Bilingual
    /// The heading under which it stands; empty where there is none.
    public let article: String
    /// The name without which it cannot be judged; nil where it was judged and does not hold.
    public let missing: String?
}
