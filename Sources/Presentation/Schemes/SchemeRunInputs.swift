/// How many rows of a readings file a trial computation looked at, and how many it left aside and why.
public struct SchemeRunInputs: Sendable {
    public let file: String
    /// Readings of the scheme's sections, repeats not counted.
    public let readings: Int
    /// Rows that repeat an earlier one exactly.
    public let repeated: Int
    /// Rows of sections that the scheme does not name.
    public let otherSections: Int

    public init(file: String, readings: Int, repeated: Int, otherSections: Int) {
        self.file = file
        self.readings = readings
        self.repeated = repeated
        self.otherSections = otherSections
    }
}
