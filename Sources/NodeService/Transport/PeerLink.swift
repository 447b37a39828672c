package import Federation
package import TransparencyLog

/// The requests that one node makes of another. `LogClient` makes them over HTTPS.
package protocol PeerLink: Sendable {
    /// Who is asked.
    var peer: PeerEndpoint { get }

    /// `/log/<channel>/<epoch>/<path>` of the peer.
    /// - Throws: `TransportFailure`; nothing is kept of a failed answer.
    func get(
        channel: String, epoch: String, path: String, limit: Int, ifNoneMatch: String?, waitSeconds: Int
    ) async throws(TransportFailure) -> FetchOutcome

    /// A resource of a log that the peer mirrors.
    func mirrored(_ origin: LogOrigin, _ resource: LogResource) async throws(TransportFailure) -> FetchOutcome

    /// The checkpoint that the peer's witness has cosigned of the log with this origin.
    func witnessed(_ origin: LogOrigin, ifNoneMatch tag: String?) async throws(TransportFailure) -> FetchOutcome

    /// Submits a checkpoint to the peer's witness. Asking again is safe.
    func addCheckpoint(_ body: [UInt8]) async throws(TransportFailure) -> WitnessReply
}
