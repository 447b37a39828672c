/// Tiles as somebody served them, not verified.
///
/// Good enough to build a proof from, since the proof is then verified; to read hashes that are
/// used as they are, take `AuthenticatedTiles`.
public struct TileSet: TileReader, Sendable {
    private var tiles: [TreePosition: HashTile] = [:]  // lookup only: keyed by tile level and index

    /// The answers to requests for tiles of a tree of `size` leaves, in the same order; an answer
    /// that is nil was not served.
    ///
    /// Nil when the lists differ in length, a resource is not a tile of that tree, or an answer
    /// has another length than its resource.
    public init?(size: Int, resources: [LogResource], bodies: [[UInt8]?]) {
        guard resources.count == bodies.count else { return nil }
        for (resource, body) in zip(resources, bodies) {
            guard case .tile(let level, let index, let width) = resource,
                resource.exists(inSize: size)
            else { return nil }
            guard let body else { continue }
            guard let tile = HashTile(level: level, index: index, bytes: body),
                tile.hashes.count == width
            else { return nil }
            tiles[TreePosition(level: level, index: index)] = tile
        }
    }

    public func tile(level: Int, index: Int) -> HashTile? {
        tiles[TreePosition(level: level, index: index)]
    }
}
