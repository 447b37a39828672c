/// How a checkpoint that was seen elsewhere stands to what this node holds.
public enum SightingVerdict: Sendable {
    /// One and the same history.
    case agrees
    /// Larger than what is held: nothing can be said before this node has grown that far.
    case ahead
    /// The log's key has signed two histories.
    case contradicts(Contradiction)
    /// Another size, and the entries are not held.
    case incomparable
}
