import Compensation

extension FieldReader {
    /// A period of one kind.
    mutating func period(_ name: String, _ kind: PeriodKind) throws(EntryProblem) -> Period {
        try parsed(name) { Period($0).flatMap { $0.kind == kind ? $0 : nil } }
    }
}
