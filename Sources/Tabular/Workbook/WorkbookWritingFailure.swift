/// Why a workbook could not be made: a full disk, or more than a workbook holds.
public struct WorkbookWritingFailure: Error, CustomStringConvertible {
    public let description: String
}
