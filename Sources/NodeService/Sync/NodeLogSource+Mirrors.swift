import Federation
import Logging
import NodeStore
import TransparencyLog

/// Serves the logs this node mirrors, so that their owners can fetch back what they lost and others what they miss.
extension NodeLogSource {
    package func mirrored(_ request: MirrorRequest) async throws -> LogResourceBody? {
        guard let origin = await mirroredLog(request), let resource = LogResource(path: request.path) else {
            return nil
        }
        try await node.requireSound(resource, of: origin)
        let served = try node.database.readSigned(origin, cosigner: node.mirrorName) { stored, note, line in
            // Nothing beyond the checkpoint: what lies there is not complete yet.
            resource == .checkpoint
                ? note + (line.map { Array(($0 + "\n").utf8) } ?? []) : try stored.resource(resource)
        }
        guard let bytes = served ?? nil else { return nil }
        guard resource == .checkpoint else {
            return LogResourceBody(
                bytes: bytes, contentType: "application/octet-stream", etag: nil,
                cacheControl: "private, max-age=31536000, immutable")
        }
        return LogResourceBody(
            bytes: bytes, contentType: "text/plain; charset=utf-8",
            etag: String(ContentDigest(of: bytes).hex.prefix(32)),
            cacheControl: "no-cache")
    }

    /// The log with this digest, if it is one of a peer and the reader is one of its readers.
    private func mirroredLog(_ request: MirrorRequest) async -> LogOrigin? {
        guard let origin = node.peerLogs[request.log] else { return nil }
        guard MirrorAudience.mayRead(origin, request.reader, await node.docket) else {
            node.logger.warning(
                "not a reader of this mirror",
                metadata: ["event": "not-a-reader", "log": "\(origin.text)", "peer": "\(request.reader.text)"])
            return nil
        }
        return origin
    }
}
