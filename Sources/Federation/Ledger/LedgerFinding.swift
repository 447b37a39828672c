/// Something in the centre's ledger that does not follow from what was said. Detail is log text in English.
public struct LedgerFinding: Sendable, Hashable {
    public enum Code: String, CaseIterable, Sendable {
        /// A verdict verifies what not every party has accepted.
        case verdictNotAccepted = "ledger-verdict-not-accepted"
        /// The cut and the words that a verdict is about give another conclusion here.
        case verdictDiffers = "ledger-verdict-differs"
        /// A line names a settlement that is not verified.
        case lineUnearned = "ledger-line-unearned"
        /// The lines of a verified settlement are not its transfers.
        case linesDiffer = "ledger-lines-differ"
        /// A verified settlement with transfers has no lines.
        case linesMissing = "ledger-lines-missing"
        /// A month is charged that is not owed.
        case levyNotOwed = "levy-not-owed"
        /// A charge is not what its rule says, or names no rule.
        case levyDiffers = "levy-differs"
        /// One month of one pair is charged more than once.
        case levyTwice = "levy-twice"
        /// An addition to a forced deduction that the agreement does not allow.
        case surchargeNotOwed = "surcharge-not-owed"
        /// The table of awards does not sum to zero.
        case awardNotZero = "award-not-zero"
        /// A party has more than one line in the table.
        case awardPartyTwice = "award-party-twice"
        /// The table awards a party whose awards a ruling cancels.
        case awardCancelled = "award-cancelled"
        /// A ruling is about an incident that nobody has noticed.
        case rulingWithoutIncident = "ruling-without-incident"
        /// The unified accounting does not sum to zero.
        case accountNotZero = "account-not-zero"
        /// The unified accounting is not what is computed here from the same cut.
        case accountDiffers = "account-differs"
        /// The unified accounting leaves out a correction that counts, or uses one that does not.
        case accountCorrections = "account-corrections"
        /// The unified accounting leaves out an entry that concerns it and that the centre had seen by its
        /// own log.
        case accountCut = "account-cut"
        /// The unified accounting cannot be computed from what it names.
        case accountNotComputable = "account-not-computable"
        /// The unified accounting rests on a log that is not held here, or not that far: it cannot be checked yet.
        case accountNotHeld = "account-not-held"

        /// Whether the centre is wrong, rather than this node not yet able to tell.
        public var isDifference: Bool { self != .accountNotHeld }
    }

    public let code: Code
    /// What it is about, such as `youshui-2019 2021-04` or `长江流域 2025`.
    public let subject: String
    public let detail: String

    public init(_ code: Code, _ subject: String, _ detail: String) {
        self.code = code
        self.subject = subject
        self.detail = detail
    }
}
