/// What an operator can ask about the centre's ledger, and what the centre can say.
public enum CentreCommand: Codable, Sendable {
    case ledgers
    case ledger(basin: String, year: String)
    case incidents
    case reportIncident(IncidentForm, dryRun: Bool)
    case ruleIncident(RulingForm, dryRun: Bool)
    case levies
    case recordLevy(LevyForm, dryRun: Bool)
    /// Charges every month that is owed; `amount` is what the operator has read that they come to.
    case chargeLevies(amount: String?, dryRun: Bool)
    case awards(basin: String?, year: String?)
    case recordAwards(AwardForm, dryRun: Bool)
    case accounts(basin: String?, year: String?)
    case recordAccount(AccountForm, dryRun: Bool)

    /// The notice of an incident as typed.
    public struct IncidentForm: Codable, Sendable {
        public var section, occurred, description: String
        public var affected: [String]

        public init(section: String, occurred: String, description: String, affected: [String]) {
            self.section = section
            self.occurred = occurred
            self.description = description
            self.affected = affected
        }
    }

    /// A ruling as typed.
    public struct RulingForm: Codable, Sendable {
        public var incident, party, basin, year, reason: String
        public var cancels: [String]
        public var deduction, replaces: String?

        public init(
            incident: String, party: String, basin: String, year: String, cancels: [String], deduction: String?,
            reason: String, replaces: String?
        ) {
            self.incident = incident
            self.party = party
            self.basin = basin
            self.year = year
            self.cancels = cancels
            self.deduction = deduction
            self.reason = reason
            self.replaces = replaces
        }
    }

    /// A levy rule as typed.
    public struct LevyForm: Codable, Sendable {
        public var basin, monthly, from, bearer: String
        public var to: String?
        public var sections: [String]

        public init(basin: String, sections: [String], monthly: String, from: String, to: String?, bearer: String) {
            self.basin = basin
            self.sections = sections
            self.monthly = monthly
            self.from = from
            self.to = to
            self.bearer = bearer
        }
    }

    /// A yearly table of awards as sent.
    public struct AwardForm: Codable, Sendable {
        public var basin, year: String
        public var file: NamedFile
        public var replaces: String?

        public init(basin: String, year: String, file: NamedFile, replaces: String?) {
            self.basin = basin
            self.year = year
            self.file = file
            self.replaces = replaces
        }
    }

    /// What the unified accounting is computed from, as sent.
    public struct AccountForm: Codable, Sendable {
        public var basin, year: String
        public var scheme: NamedFile
        /// `NAME=VALUE` or `NAME(ARGUMENT,…)=VALUE`.
        public var settings: [String]
        public var facts: NamedFile?
        /// The result the operator has read.
        public var digest, replaces: String?

        public init(
            basin: String, year: String, scheme: NamedFile, settings: [String], facts: NamedFile?, digest: String?,
            replaces: String?
        ) {
            self.basin = basin
            self.year = year
            self.scheme = scheme
            self.settings = settings
            self.facts = facts
            self.digest = digest
            self.replaces = replaces
        }
    }
}
