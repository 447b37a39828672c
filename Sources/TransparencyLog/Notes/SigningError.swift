/// Why a text was not signed.
public enum SigningError: Error, Hashable, Sendable {
    /// The text does not end in a newline or holds another control character.
    case textNotSignable
    /// The cryptographic library refused; its description is given.
    case libraryFailure(String)
}
