/// Why tiles were not accepted as part of a tree.
public enum TileFinding: Error, Hashable, Sendable {
    /// The size lies outside `TreeSize`.
    case sizeOutOfRange(Int)
    /// A tile the proof of the others rests on was not given, or is too narrow.
    case missing(LogResource)
    /// The same tile was given twice.
    case duplicate(LogResource)
    /// The tree of that size has no such tile.
    case notInTree(LogResource)
    /// The partial tiles together lead to another root.
    case edgeMismatch(root: MerkleHash)
    /// A full tile is not the one its parent names.
    case parentMismatch(LogResource)

    /// Stable identifier for logs, metrics and evidence files.
    public var code: String {
        switch self {
        case .sizeOutOfRange: "tile-size-out-of-range"
        case .missing: "tile-missing"
        case .duplicate: "tile-duplicate"
        case .notInTree: "tile-not-in-tree"
        case .edgeMismatch: "tile-edge-mismatch"
        case .parentMismatch: "tile-parent-mismatch"
        }
    }

    /// English text for the log, naming the resource.
    public var detail: String {
        switch self {
        case .sizeOutOfRange(let size): "tree size \(size) is not supported"
        case .missing(let resource): "\(resource.path) is missing or too narrow"
        case .duplicate(let resource): "\(resource.path) was given twice"
        case .notInTree(let resource): "\(resource.path) is not part of the tree"
        case .edgeMismatch(let root): "the partial tiles do not lead to root \(root.hex)"
        case .parentMismatch(let resource): "\(resource.path) is not what its parent tile names"
        }
    }
}
