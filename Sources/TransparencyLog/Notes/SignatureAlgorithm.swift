/// The algorithms whose signature lines are read and written.
public enum SignatureAlgorithm: String, CaseIterable, Sendable {
    /// RFC 8032. Every log has it.
    case ed25519
    /// SM2 with SM3 (GB/T 32918.2-2016, GB/T 32905-2016) for the user identity 1234567812345678.
    case sm2

    /// As it is shown, in every language.
    public var name: String {
        switch self {
        case .ed25519: "Ed25519"
        case .sm2: "SM2"
        }
    }
}
