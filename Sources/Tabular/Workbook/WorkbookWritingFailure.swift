/// Why a workbook could not be made. Nothing is left of it.
public enum WorkbookWritingFailure: Error, Equatable {
    /// A cell stands further down than the rows of a sheet reach. Its row, from 1.
    case rows(Int)
    /// A cell stands further right than the columns of a sheet reach. Its column, from 1.
    case columns(Int)
    /// All cells together hold more than ``WorkbookWriter/mostTextBytes``.
    case text
    /// What the library or the system says: a full disk, as a rule.
    case other(String)
}
