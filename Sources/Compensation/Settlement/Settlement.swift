/// The computed transfers of one agreement and period, with everything that led to them.
///
/// A function of the scheme, the period and the set of readings alone: their order, and readings of other
/// sections or periods, make no difference.
public struct Settlement: Hashable, Sendable {
    public let schemeIdentifier: String
    public let period: Period
    /// The readings of the scheme's sections in the period, ordered by section and time.
    public let inputs: [SettlementInput]
    /// In the order of the scheme.
    public let steps: [SettlementStep]
    /// What the steps say of the water at each section; the steps are what is agreed on.
    public let assessments: [SectionAssessment]
    /// In the order of the scheme; no amount is zero.
    public let transfers: [Transfer]
    /// The parameters and unverified numbers that the transfers rest on, in the order of the scheme.
    public let unverified: [String]
}
