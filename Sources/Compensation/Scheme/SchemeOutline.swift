/// What a scheme consists of, for people who want to read or run it: open parameters, facts and every rule.
public struct SchemeOutline: Hashable, Sendable {
    /// A value that is supplied from outside: a parameter or a fact.
    public struct Supplied: Hashable, Sendable {
        /// As in the scheme.
        public let name: String
        /// The name in English.
        public let label: String
        /// The unit in which values of its kind are shown; `class` or `condition` for these, empty for a plain number.
        public let unit: String
        /// The variables that it stands for, in order; empty for a single value.
        public let arguments: [String]
        /// The heading under which it stands; empty where there is none.
        public let article: String
        /// 1-based.
        public let line: Int
        /// Whether the scheme says what holds where nothing is supplied.
        public let hasStandard: Bool

        /// `单价(省, 年)`.
        public var text: String { arguments.isEmpty ? name : "\(name)(\(arguments.joined(separator: ", ")))" }
    }

    /// What a rule does. The raw value is the word that begins it in the scheme.
    public enum Sort: String, Hashable, Sendable, CaseIterable {
        case definition = "let"
        case table
        case parameter = "param"
        case fact
        case requirement = "require"
        case payment = "pay"
    }

    public struct Rule: Hashable, Sendable {
        /// As in the scheme; empty for a requirement.
        public let name: String
        /// The name in English; of a requirement its English text.
        public let label: String
        public let sort: Sort
        /// The heading under which it stands; empty where there is none.
        public let article: String
        /// 1-based.
        public let line: Int
        /// As written in the scheme.
        public let source: String
        /// The parameters and unverified numbers that the value rests on, in the order of the scheme.
        public let restsOn: [String]
        /// Whether the scheme itself marks the number as `unverified`.
        public let isUnverified: Bool
    }

    /// What the text leaves open; nothing can be computed before each has a value.
    public let parameters: [Supplied]
    public let facts: [Supplied]
    /// Every rule, parameters and facts among them, in the order of the scheme.
    public let rules: [Rule]

    /// The numbers that the scheme marks as `unverified`.
    public var unverified: [Rule] { rules.filter(\.isUnverified) }
}
