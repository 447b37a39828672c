import Federation
import Logging
import TransparencyLog

/// Asks a peer for the checkpoint of a log's SM3 tree whenever the log has grown. Few serve one, so that who does not
/// is left alone for a while.
struct SM3Inquiry {
    let node: Node
    let origin: LogOrigin
    private var resting: Deadline?

    /// After an answer that there is none.
    private static let rest = Duration.seconds(3600)
    /// After a request that failed.
    private static let pause = Duration.seconds(60)

    init(node: Node, origin: LogOrigin) {
        self.node = node
        self.origin = origin
    }

    /// The log is followed whatever comes of this: a tree that cannot be had is asked for again later.
    mutating func ask(_ client: any PeerLink) async {
        if let resting, resting.left > .zero { return }
        do { try await inquire(client) } catch {
            resting = Deadline(after: Self.pause, by: node.clock)
            node.logger.warning(
                "the checkpoint of a peer's SM3 tree could not be had",
                metadata: ["event": "sm3-checkpoint-missed", "log": "\(origin.text)", "detail": "\(error)"])
        }
    }

    private mutating func inquire(_ client: any PeerLink) async throws {
        guard await node.maySignSM3Tree(origin) else { return }
        let outcome = try await client.get(
            channel: origin.channel.text, epoch: String(origin.epoch), path: LogOrigin.sm3CheckpointPath,
            limit: SignedNote.maximumLength, ifNoneMatch: nil, waitSeconds: 0)
        guard case .body(let note, _) = outcome else {
            resting = Deadline(after: Self.rest, by: node.clock)
            return
        }
        resting = nil
        try await node.takeSM3(note, of: origin)
    }
}
