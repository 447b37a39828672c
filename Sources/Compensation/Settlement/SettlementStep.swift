/// One step of the computation, so that a person can follow it with a pocket calculator.
public struct SettlementStep: Hashable, Sendable {
    /// As in the scheme.
    public let name: String
    /// The name in English.
    public let label: String
    /// The rule as written in the scheme.
    public let rule: String
    /// The heading under which the rule stands; empty where there is none.
    public let article: String
    /// 1-based line of the scheme file.
    public let line: Int
    /// The numbers put into the rule, readable in any language.
    public let arithmetic: String
    /// The exact result: what two nodes compare.
    public let value: String
    /// The result as people read it, rounded where it has no end.
    public let display: String
    /// The rounding that the rule names; nil where the value is exact.
    public let rounding: RoundingRule?
    /// The parameters and unverified numbers that the value rests on, in the order of the scheme.
    public let restsOn: [String]
}
