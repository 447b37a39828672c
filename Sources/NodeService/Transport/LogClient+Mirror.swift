package import Federation
package import TransparencyLog

/// Logs of others that a peer mirrors, asked over the same connection as its own.
extension LogClient {
    /// - Throws: `TransportFailure`; nothing is kept of a failed answer.
    package func mirrored(
        _ origin: LogOrigin, _ resource: LogResource
    ) async throws(TransportFailure) -> FetchOutcome {
        let limit =
            switch resource {
            case .checkpoint: SignedNote.maximumLength
            case .tile: HashTile.fullWidth * MerkleHash.byteCount
            case .entries: EntryBundle.maximumLength
            }
        let path = MirrorPath(log: origin.digest, resource: resource).text
        return try await get(path: path, limit: limit, ifNoneMatch: nil, waitSeconds: 0)
    }
}
