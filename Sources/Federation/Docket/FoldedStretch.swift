/// Which entries of one stretch of a log a docket has understood.
///
/// A docket that is read in again needs those only: of the others it keeps how many there are and the first, which is
/// marked too. What is understood depends on the program, so marks are for the program that made them.
public struct FoldedStretch: Sendable, Equatable {
    /// Entries of a stretch; stretches begin at its multiples.
    public static let length = 65_536

    /// Index of the first entry.
    public let start: Int
    /// One bit for each entry, the lowest of a byte first: whether it has to be read again.
    public private(set) var marks: [UInt8]
    private var count = 0

    public init(start: Int) {
        precondition(start.isMultiple(of: Self.length))
        self.start = start
        marks = Array(repeating: 0, count: Self.length / 8)
    }

    /// A whole stretch as kept; `nil` for marks of another length.
    public init?(start: Int, marks: [UInt8]) {
        guard start >= 0, start.isMultiple(of: Self.length), marks.count == Self.length / 8 else { return nil }
        self.start = start
        self.marks = marks
        count = Self.length
    }

    /// The index after the last entry.
    public var end: Int { start + Self.length }
    /// Whether every entry has been told.
    public var isWhole: Bool { count == Self.length }
    /// How many entries need not be read again.
    public var skipped: Int { Self.length - marks.reduce(0) { $0 + $1.nonzeroBitCount } }

    /// Tells of the next entry.
    mutating func add(isKept: Bool) {
        guard count < Self.length else { return }
        if isKept { marks[count / 8] |= 1 << (count % 8) }
        count += 1
    }

    /// Whether the entry at `index` of the log is to be read again.
    public func keeps(_ index: Int) -> Bool {
        let offset = index - start
        return marks[offset / 8] & (1 << (offset % 8)) != 0
    }

    /// Whether any of `range`, which lies in the stretch, is to be read again.
    public func keepsAny(of range: Range<Int>) -> Bool { range.contains(where: keeps) }
}
