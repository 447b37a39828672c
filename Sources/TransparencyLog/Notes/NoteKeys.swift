/// The keys that a log's notes are checked by, and of which algorithms a signature has to be there.
///
/// Whatever is required, a line of any of these keys has to verify: a note with a false line is refused by all.
public struct NoteKeys: Equatable, Sendable, ExpressibleByArrayLiteral {
    public let verifiers: [NoteVerifier]
    /// Each of these has to be seen; where none is named, any one key will do.
    public let required: [SignatureAlgorithm]

    public init(_ verifiers: [NoteVerifier], required: [SignatureAlgorithm] = []) {
        self.verifiers = verifiers
        self.required = required
    }

    /// Nothing can be verified, as for a stranger's log.
    public var isEmpty: Bool { verifiers.isEmpty }

    public init(arrayLiteral elements: NoteVerifier...) { self.init(elements) }
}
