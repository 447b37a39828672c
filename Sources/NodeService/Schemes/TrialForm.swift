/// What a trial computation is asked to do, as typed.
public struct TrialForm: Sendable {
    public var scheme: NamedFile
    public var readings: NamedFile?
    public var facts: NamedFile?
    /// `NAME=VALUE` or `NAME(ARGUMENT,…)=VALUE`.
    public var settings: [String]
    public var period: String
    /// For readings whose times have no year.
    public var year: Int?

    public init(
        scheme: NamedFile, readings: NamedFile?, facts: NamedFile?, settings: [String], period: String, year: Int?
    ) {
        self.scheme = scheme
        self.readings = readings
        self.facts = facts
        self.settings = settings
        self.period = period
        self.year = year
    }
}
