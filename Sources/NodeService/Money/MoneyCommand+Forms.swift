/// The fields of actions about money, as typed.
extension MoneyCommand {
    public struct ClearingForm: Codable, Sendable {
        public var agreement, year: String
        /// The sum of what is to be paid, as the operator has read it.
        public var amount: String?
        /// Beginning of the digest of the text, where several have to do with the year.
        public var digest: String?
        /// Whether periods may be missing.
        public var partial, dryRun: Bool

        public init(
            agreement: String, year: String, amount: String?, partial: Bool, digest: String? = nil, dryRun: Bool
        ) {
            self.agreement = agreement
            self.year = year
            self.amount = amount
            self.partial = partial
            self.digest = digest
            self.dryRun = dryRun
        }
    }

    public struct PaymentForm: Codable, Sendable {
        public var agreement, year, payee: String
        /// The whole payment, the advance included.
        public var amount: String
        public var advance, advanceYear, river: String?
        public var statement, paidOn, payerUnit, payeeUnit, treasury, memo, budgetSubject, economicSubject: String
        public var fundSource: String
        /// Beginning of the digest of the text, where several have to do with the year.
        public var digest: String?
        /// The place of a payment that was said wrongly.
        public var replaces: String?
        /// Whether less than what is owed may be paid.
        public var partial, dryRun: Bool

        public init(
            agreement: String, year: String, payee: String, amount: String, advance: String?, advanceYear: String?,
            river: String?, statement: String, paidOn: String, payerUnit: String, payeeUnit: String, treasury: String,
            memo: String, budgetSubject: String, economicSubject: String, fundSource: String, partial: Bool,
            digest: String? = nil, replaces: String? = nil, dryRun: Bool
        ) {
            self.agreement = agreement
            self.year = year
            self.payee = payee
            self.amount = amount
            self.advance = advance
            self.advanceYear = advanceYear
            self.river = river
            self.statement = statement
            self.paidOn = paidOn
            self.payerUnit = payerUnit
            self.payeeUnit = payeeUnit
            self.treasury = treasury
            self.memo = memo
            self.budgetSubject = budgetSubject
            self.economicSubject = economicSubject
            self.fundSource = fundSource
            self.partial = partial
            self.digest = digest
            self.replaces = replaces
            self.dryRun = dryRun
        }
    }

    public struct ReceiptForm: Codable, Sendable {
        /// Its number or its place.
        public var payment, amount, receivedOn: String
        public var dryRun: Bool

        public init(payment: String, amount: String, receivedOn: String, dryRun: Bool) {
            self.payment = payment
            self.amount = amount
            self.receivedOn = receivedOn
            self.dryRun = dryRun
        }
    }

    public struct CollectionForm: Codable, Sendable {
        public var agreement, year, payer, payee, amount: String
        public var river: String?
        /// Beginning of the digest of the text, where several have to do with the year.
        public var digest: String?
        public var dryRun: Bool

        public init(
            agreement: String, year: String, payer: String, payee: String, amount: String, river: String?,
            digest: String? = nil, dryRun: Bool
        ) {
            self.agreement = agreement
            self.year = year
            self.payer = payer
            self.payee = payee
            self.amount = amount
            self.river = river
            self.digest = digest
            self.dryRun = dryRun
        }
    }

    public struct OfferForm: Codable, Sendable {
        public var agreement, year, payee, form, description, value, replaces: String
        public var river: String?
        /// Beginning of the digest of the text, where several have to do with the year.
        public var digest: String?
        public var dryRun: Bool

        public init(
            agreement: String, year: String, payee: String, form: String, description: String, value: String,
            replaces: String, river: String?, digest: String? = nil, dryRun: Bool
        ) {
            self.agreement = agreement
            self.year = year
            self.payee = payee
            self.form = form
            self.description = description
            self.value = value
            self.replaces = replaces
            self.river = river
            self.digest = digest
            self.dryRun = dryRun
        }
    }

    public struct UseForm: Codable, Sendable {
        public var agreement, project, purpose, river, amount, reportDue: String
        public var reason: String?
        /// Beginning of the digest of the text, where funds were received under several.
        public var digest: String?
        /// The place of the project as filed before.
        public var replaces: String?
        public var dryRun: Bool

        public init(
            agreement: String, project: String, purpose: String, river: String, amount: String, reportDue: String,
            reason: String?, digest: String? = nil, replaces: String? = nil, dryRun: Bool
        ) {
            self.agreement = agreement
            self.project = project
            self.purpose = purpose
            self.river = river
            self.amount = amount
            self.reportDue = reportDue
            self.reason = reason
            self.digest = digest
            self.replaces = replaces
            self.dryRun = dryRun
        }
    }

    public struct ReportForm: Codable, Sendable {
        /// The place of the project's entry.
        public var project, spent, result: String
        public var dryRun: Bool

        public init(project: String, spent: String, result: String, dryRun: Bool) {
            self.project = project
            self.spent = spent
            self.result = result
            self.dryRun = dryRun
        }
    }

    public struct SplitForm: Codable, Sendable {
        public var payment: String
        /// `500242=酉阳县:1`, one per district.
        public var shares: [String]
        public var dryRun: Bool

        public init(payment: String, shares: [String], dryRun: Bool) {
            self.payment = payment
            self.shares = shares
            self.dryRun = dryRun
        }
    }
}
