/// What the checker knows about an expression besides its type.
struct Traits {
    /// Why there may be no value: the first culprit.
    struct MissingCause {
        let position: SourcePosition
        /// Nil where it has no name yet.
        let name: String?
    }

    /// Nil where there is always a value.
    var cause: MissingCause?
    /// Whether the value is the same for all readings, periods and supplied values.
    var isConstant = true
    /// Upper bound on the evaluations it takes.
    var cost = 1
    /// Levels of rules that may have to be computed on demand, one inside another.
    var reach = 0
    /// Parameters and unverified numbers, in the order of the text.
    var restsOn: [Int] = []
    /// Whether it may read data outside the period settled.
    var looksBeyond = false

    static let constant = Traits()
    static let variable = Traits(isConstant: false)

    /// Stands for a list of operands.
    init(_ parts: [Traits]) {
        for part in parts { join(part) }
    }

    init(isConstant: Bool = true) {
        self.isConstant = isConstant
    }

    mutating func join(_ other: Traits) {
        cause = cause ?? other.cause
        isConstant = isConstant && other.isConstant
        cost = Self.bounded(cost.addingReportingOverflow(other.cost))
        reach = max(reach, other.reach)
        restsOn += other.restsOn.filter { !restsOn.contains($0) }
        looksBeyond = looksBeyond || other.looksBeyond
    }

    mutating func repeats(_ count: Int) {
        cost = Self.bounded(cost.multipliedReportingOverflow(by: max(1, count)))
    }

    private static func bounded(_ result: (partialValue: Int, overflow: Bool)) -> Int {
        result.overflow ? Int.max : result.partialValue
    }
}
