public import TransparencyLog

/// Whether a signed tree continues an older one, found out from the origin's tiles. No tile is trusted: each is
/// tied to the signed root first, so that a damaged tile is not mistaken for another history.
public enum TileProof {
    public enum Outcome: Sendable {
        case continues
        /// With the root that the signed tree has at the older size, and the proof of it.
        case differs(prefix: (root: MerkleHash, proof: ConsistencyProof)?)
        /// The tiles are not those of the signed tree; the resource or the reason.
        case tilesInvalid(String)
    }

    /// The tiles that tell for two sizes, each once; none when nothing is to be found out.
    public static func resources(from: Int, to: Int) -> [LogResource] {
        guard from > 0, from < to else { return [] }
        let recorder = TileRecorder(size: to)
        // The recorder answers every question, so the only outcome of interest is what was asked.
        _ = try? ConsistencyProof(from: from, to: to, reader: recorder)
        var resources = LogResource.partialTiles(forSize: to)
        for resource in recorder.resources {
            var next: LogResource? = resource
            while let tile = next, !resources.contains(tile) {
                resources.append(tile)
                next = parent(of: tile, size: to)
            }
        }
        return resources
    }

    /// `bodies` are the answers to `resources`.
    public static func examine(
        _ old: Checkpoint, continuesTo new: Checkpoint, resources: [LogResource], bodies: [[UInt8]?]
    ) -> Outcome {
        guard old.size > 0 else { return .continues }
        guard resources.count == bodies.count else {
            return .tilesInvalid("\(bodies.count) of \(resources.count) resources answered")
        }
        var tiles: [HashTile] = []
        for (resource, body) in zip(resources, bodies) {
            guard case .tile(let level, let index, _) = resource, let body,
                let tile = HashTile(level: level, index: index, bytes: body)
            else { return .tilesInvalid("\(resource.path) missing or malformed") }
            tiles.append(tile)
        }
        switch AuthenticatedTiles.open(tiles, size: new.size, root: new.root) {
        case .failure(let finding): return .tilesInvalid("\(finding.code): \(finding.detail)")
        case .success(let proven):
            guard let proof = try? ConsistencyProof(from: old.size, to: new.size, reader: proven) else {
                return .tilesInvalid("tiles for \(old.size)..<\(new.size) incomplete")
            }
            guard proof.verify(oldRoot: old.root, newRoot: new.root) != nil else { return .continues }
            return .differs(prefix: (try? Frontier(size: old.size, reader: proven)).map { ($0.root, proof) })
        }
    }

    /// The tile that holds the hash of a full tile.
    private static func parent(of resource: LogResource, size: Int) -> LogResource? {
        guard case .tile(let level, let index, let width) = resource, width == HashTile.fullWidth else { return nil }
        let above = index / HashTile.fullWidth
        return LogResource.width(level: level + 1, index: above, forSize: size).map {
            .tile(level: level + 1, index: above, width: $0)
        }
    }
}
