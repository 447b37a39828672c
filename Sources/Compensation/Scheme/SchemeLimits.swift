/// What a scheme file may not exceed, so that reading and computing one always ends, quickly and in little memory.
public enum SchemeLimits {
    /// Fits into one log entry (65 535 bytes) with the entry's other fields.
    public static let bytes = 60_000
    public static let statements = 500
    /// Levels of an expression, counting both parentheses and chains such as `a + b + c`.
    public static let depth = 64
    /// Levels of definitions that stand for members and are computed one inside another.
    public static let reach = 256
    /// Evaluations that the lists of a scheme may multiply to.
    public static let evaluations = 1_000_000
    /// Bits of a numerator or denominator while computing.
    public static let numberBits = 4096
}
