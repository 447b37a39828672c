import TransparencyLog

/// A chunk as it came, hashed onto a right edge. Whether that is what was signed is for the mirror to say.
public struct HashedChunk: Sendable {
    let bodies: [[UInt8]?]
    /// What the chunk hashes to, or why it is none.
    let outcome: Result<LogBatch, MirrorFinding>
    private let chunk: MirrorChunk
    private let frontier: Frontier

    init(_ bodies: [[UInt8]?], for chunk: MirrorChunk, of origin: LogOrigin, onto frontier: Frontier) {
        self.bodies = bodies
        self.chunk = chunk
        self.frontier = frontier
        outcome = chunk.entries(from: bodies).map { LogBatch(origin: origin, onto: frontier, entries: $0) }
    }

    /// Whether hashing the bodies once more as that chunk, onto that edge, would come to the same.
    func isFor(_ chunk: MirrorChunk, onto frontier: Frontier) -> Bool {
        chunk == self.chunk && frontier == self.frontier
    }
}
