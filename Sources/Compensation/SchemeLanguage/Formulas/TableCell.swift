/// One constant of a table.
struct TableCell: Sendable {
    enum Key: Equatable, Sendable {
        case member(Member)
        case periods(Period, Period)

        func answers(_ value: Value) -> Bool {
            switch (self, value) {
            case (.member(let own), .member(let other)): own == other
            case (.periods(let first, let last), .time(let period)): first <= period && period <= last
            default: false
            }
        }

        func overlaps(_ other: Key) -> Bool {
            switch (self, other) {
            case (.member(let one), .member(let two)): one == two
            case (.periods(let first, let last), .periods(let otherFirst, let otherLast)):
                first <= otherLast && otherFirst <= last
            default: false
            }
        }
    }

    /// One per variable of the table.
    let arguments: [Key]
    let value: Formula

    func answers(_ values: [Value]) -> Bool {
        zip(arguments, values).allSatisfy { $0.answers($1) }
    }

    func overlaps(_ other: TableCell) -> Bool {
        zip(arguments, other.arguments).allSatisfy { $0.overlaps($1) }
    }
}
