import TransparencyLog

/// Answers every question with the same hash and remembers which tiles a true answer would have needed.
final class TileRecorder: HashReader {
    private let size: Int
    private(set) var resources: [LogResource] = []

    init(size: Int) { self.size = size }

    func hash(level: Int, index: Int) -> MerkleHash? {
        let tileLevel = level / 8
        // A tile of level L spans 256 hashes of tree level 8L.
        let tile = (index << (level % 8)) / 256
        let available = size >> (8 * tileLevel)
        let resource = LogResource.tile(
            level: tileLevel, index: tile, width: min(256, available - tile * 256))
        if !resources.contains(resource) { resources.append(resource) }
        return MerkleHash.emptyTree
    }
}
