/// A section 断面 that the agreement names.
public struct SchemeSection: Hashable, Sendable {
    /// The name that the scheme uses for it.
    public let name: String
    /// The name in English.
    public let label: String
    public let id: SectionID
    public let bodyType: BodyType
}
