/// One hash as tiles hold it: entry `index % 256` of tile `index / 256` at `tileLevel`.
///
/// It covers leaves `index * 256^tileLevel ..< (index + 1) * 256^tileLevel`.
public struct TileHash: Hashable, Sendable {
    public let tileLevel: Int
    public let index: Int
    public let hash: MerkleHash

    public init(tileLevel: Int, index: Int, hash: MerkleHash) {
        self.tileLevel = tileLevel
        self.index = index
        self.hash = hash
    }
}
