import Federation
import Logging
import NodeStore
import TransparencyLog

/// Serves this node's own logs to those who may read them.
package struct NodeLogSource: LogSource {
    let node: Node

    package init(node: Node) { self.node = node }

    package func resource(_ request: LogRequest) async throws -> LogResourceBody? {
        guard let origin = authorised(request) else { return nil }
        if request.path == LogOrigin.sm3CheckpointPath { return try sm3Checkpoint(of: origin) }
        guard let resource = LogResource(path: request.path), resource != .checkpoint else { return nil }
        try await node.requireSound(resource, of: origin)
        guard
            let bytes = try node.database.read(origin, { try $0.resource(resource) }) ?? nil
        else { return nil }
        return LogResourceBody(
            bytes: bytes, contentType: "application/octet-stream", etag: nil,
            cacheControl: "private, max-age=31536000, immutable")
    }

    package func checkpoint(_ request: LogRequest, knownTag: String?, waitSeconds: Int) async throws -> LogResourceBody?
    {
        guard let origin = authorised(request) else { return nil }
        let deadline = Deadline(after: .seconds(waitSeconds), by: node.clock)
        while true {
            // The generation is read before the database, so a change in between is not slept through.
            let generation = await node.signal.generation
            guard let (note, lines) = try node.database.cosigned(origin) else { return nil }
            // The tag is that of the log's own note: a mere new cosignature is no news to those who wait.
            let tag = String(ContentDigest(of: note).hex.prefix(32))
            let left = deadline.left
            if tag != knownTag || left <= .zero || Task.isCancelled {
                return LogResourceBody(
                    bytes: node.witnesses.note(note, with: lines, for: origin.channel),
                    contentType: "text/plain; charset=utf-8", etag: tag, isTagWeak: true, cacheControl: "no-cache")
            }
            await withTaskGroup(of: Void.self) { group in
                group.addTask { await node.signal.changed(since: generation) }
                group.addTask { try? await node.clock.sleep(for: left) }
                await group.next()
                group.cancelAll()
            }
        }
    }

    /// What was signed last over the log's SM3 tree; nothing while no tree is wanted, however old what is kept may be.
    private func sm3Checkpoint(of origin: LogOrigin) throws -> LogResourceBody? {
        guard node.configuration.sm2.tree, let note = try node.database.sm3Note(of: origin) else { return nil }
        return LogResourceBody(
            bytes: note, contentType: "text/plain; charset=utf-8",
            etag: String(ContentDigest(of: note).hex.prefix(32)), cacheControl: "no-cache")
    }

    /// The log asked for, if it is ours and the reader is one of its channel's readers; earlier epochs are served on.
    private func authorised(_ request: LogRequest) -> LogOrigin? {
        guard
            let origin = LogOrigin("\(node.configuration.node.text)/\(request.channel)/\(request.epoch)"),
            let channel = node.configuration.channels.first(where: {
                $0.channel == origin.channel && origin.epoch <= $0.epoch
            })
        else { return nil }
        guard channel.mayRead(request.reader) else {
            node.logger.warning(
                "not a reader of this log",
                metadata: ["event": "not-a-reader", "log": "\(origin.text)", "peer": "\(request.reader.text)"])
            return nil
        }
        return origin
    }
}
