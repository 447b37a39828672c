/// A perfect subtree's place in the tree: it covers the leaves
/// `index << level ..< (index + 1) << level`.
///
/// `level` counts tree levels, 0 being the leaves; a tile level is eight of them.
public struct TreePosition: Hashable, Sendable {
    public let level: Int
    public let index: Int

    public init(level: Int, index: Int) {
        self.level = level
        self.index = index
    }
}
