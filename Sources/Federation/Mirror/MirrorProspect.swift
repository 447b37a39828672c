public import TransparencyLog

/// What a checkpoint that nobody has verified yet promises a mirror: enough to fetch and hash the first chunk on one
/// core while the signatures are verified on another.
///
/// Nothing here is believed or kept. The mirror takes the results back as events, in the order in which it would
/// have asked for them: the verified note first, and bytes only under a checkpoint that verified.
public struct MirrorProspect: Sendable {
    private let origin: LogOrigin
    private let note: [UInt8]
    private let keys: NoteKeys
    private let frontier: Frontier
    private let chunk: MirrorChunk?

    init(_ note: [UInt8], of origin: LogOrigin, under keys: NoteKeys, onto frontier: Frontier) {
        self.origin = origin
        self.note = note
        self.keys = keys
        self.frontier = frontier
        guard case .success(let claim) = SignedNote.parse(note).flatMap({ Checkpoint.parse($0.text) }),
            claim.size > frontier.size
        else {
            chunk = nil
            return
        }
        chunk = MirrorChunk(from: frontier.size, to: claim.size)
    }

    /// What the mirror will ask for first if the signatures hold; at most one chunk, and none where nothing is new.
    public var resources: [LogResource] { chunk?.resources ?? [] }

    /// Verifies every signature that the mirror demands.
    public func opened() -> OpenedNote { OpenedNote(note, of: origin, under: keys) }

    /// Hashes the answers to `resources`; `nil` where there is nothing to hash.
    public func hashed(_ bodies: [[UInt8]?]) -> HashedChunk? {
        chunk.map { HashedChunk(bodies, for: $0, of: origin, onto: frontier) }
    }
}
