/// The range of tree sizes this implementation accepts.
public enum TreeSize {
    /// Largest accepted number of leaves, 2^53.
    ///
    /// It is the largest size that every reader, also one that keeps numbers as binary64, can
    /// represent exactly, and it leaves room for index arithmetic in `Int` without overflow.
    public static let maximum = 1 << 53

    /// Whether `size` is a number of leaves a tree may have.
    public static func isValid(_ size: Int) -> Bool {
        size >= 0 && size <= maximum
    }
}
