package import Federation
package import TransparencyLog

/// Serves this node's witness to the members.
package struct NodeWitnessSource: WitnessSource {
    let node: Node

    package init(node: Node) { self.node = node }

    package func checkpoint(ofOriginHash hash: ContentDigest) async throws -> LogResourceBody? {
        guard let note = try await node.witnessedCheckpoint(ofOriginHash: hash) else { return nil }
        return LogResourceBody(
            bytes: note, contentType: "text/plain; charset=utf-8", etag: String(ContentDigest(of: note).hex.prefix(32)),
            cacheControl: "no-cache")
    }

    package func addCheckpoint(_ body: [UInt8], from member: NodeName) async throws -> WitnessAnswer {
        try await node.addCheckpoint(body, from: member)
    }
}
