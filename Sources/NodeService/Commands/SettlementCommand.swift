/// What an operator can ask about settlements, facts and exemptions.
///
/// A `digest` is the beginning of that of the result, or of the agreement's text: it says which settlement is meant
/// where two texts have one of the same period.
public enum SettlementCommand: Codable, Sendable {
    /// Those of one agreement, or of all.
    case list(agreement: String?)
    case show(agreement: String, period: String, digest: String? = nil)
    case explain(agreement: String, period: String, digest: String? = nil)
    /// With the statement as files: a workbook, and a page to print.
    case statement(agreement: String, period: String, digest: String? = nil)
    /// Proposals that stand, of one agreement and period or of all.
    case proposals(agreement: String?, period: String?)
    /// The proposal at a place.
    case proposal(place: String)
    case propose(agreement: String, period: String, Expectation, dryRun: Bool)
    case accept(agreement: String, period: String, Expectation, dryRun: Bool)
    case object(agreement: String, period: String, ObjectionForm, dryRun: Bool)
    case facts(agreement: String, period: String, digest: String? = nil)
    case stateFacts(FactsForm, dryRun: Bool)
    /// The statement at a place, or the only one that waits.
    case endorseFacts(place: String?, dryRun: Bool)
    case exemptions
    case requestExemption(ExemptionForm, dryRun: Bool)
    case decideExemption(place: String, office: String, refuse: Bool, dryRun: Bool)

    /// What the operator has read, so that a result that changed meanwhile is not bound unseen.
    public struct Expectation: Codable, Sendable {
        /// The beginning of the digest.
        public let digest: String?
        /// The sum of all payments, such as `400000.00` or `40万元`.
        public let amount: String?

        public static let none = Expectation()

        public init(digest: String? = nil, amount: String? = nil) {
            self.digest = digest
            self.amount = amount
        }
    }

    /// An objection in words.
    public struct ObjectionForm: Codable, Sendable {
        /// What it is about: a section and time, a step, an article.
        public let place: String
        public let words: String
        /// The beginning of the digest that is objected to.
        public let digest: String?

        public init(place: String, words: String, digest: String?) {
            self.place = place
            self.words = words
            self.digest = digest
        }
    }

    /// Supplied values as typed or in a file, in the form that `scheme run` takes.
    public struct FactsForm: Codable, Sendable {
        public let agreement: String
        public let period: String
        public let digest: String?
        public let settings: [String]
        public let file: NamedFile?
        public let source: String

        public init(
            agreement: String, period: String, digest: String? = nil, settings: [String], file: NamedFile?,
            source: String
        ) {
            self.agreement = agreement
            self.period = period
            self.digest = digest
            self.settings = settings
            self.file = file
            self.source = source
        }
    }

    /// A request to be exempted.
    public struct ExemptionForm: Codable, Sendable {
        public let agreement: String
        public let period: String
        public let digest: String?
        /// Facts of the scheme such as `财政部门同意(茨坝, 2023-08)`.
        public let facts: [String]
        public let reason: String

        public init(agreement: String, period: String, digest: String? = nil, facts: [String], reason: String) {
            self.agreement = agreement
            self.period = period
            self.digest = digest
            self.facts = facts
            self.reason = reason
        }
    }
}

extension OperatorCommand {
    public static let settlements = OperatorCommand.settlement(.list(agreement: nil))

    public static func explain(agreement: String, period: String) -> OperatorCommand {
        .settlement(.explain(agreement: agreement, period: period))
    }

    public static func propose(agreement: String, period: String) -> OperatorCommand {
        .settlement(.propose(agreement: agreement, period: period, .none, dryRun: false))
    }

    public static func accept(agreement: String, period: String, digest: String?) -> OperatorCommand {
        .settlement(.accept(agreement: agreement, period: period, .init(digest: digest), dryRun: false))
    }
}
