/// The perfect subtrees along the right edge of a tree.
public enum RightEdge {
    /// The perfect subtrees that together cover the first `size` leaves, largest (leftmost) first;
    /// one for each set bit of `size`. Empty for sizes outside `TreeSize`.
    public static func subtrees(size: Int) -> [TreePosition] {
        guard TreeSize.isValid(size) else { return [] }
        return subtrees(from: 0, to: size)
    }

    /// The same for leaves `start ..< end`, where `start` is a multiple of the smallest power of
    /// two not below the length: RFC 6962 splits only ever make such ranges.
    static func subtrees(from start: Int, to end: Int) -> [TreePosition] {
        var positions: [TreePosition] = []
        var next = start
        while next < end {
            let level = Int.bitWidth - 1 - (end - next).leadingZeroBitCount
            positions.append(TreePosition(level: level, index: next >> level))
            next += 1 << level
        }
        return positions
    }
}
