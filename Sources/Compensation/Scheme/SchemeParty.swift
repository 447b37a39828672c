/// A party of the agreement under the name of its role: 上游, "upstream", 500000.
public struct SchemeParty: Hashable, Sendable {
    /// The name that the scheme uses for it.
    public let role: String
    /// The name in English.
    public let label: String
    public let code: PartyCode
}
