public import Compensation

/// What the parties of an agreement owe each other besides the amounts: days, percentages, what is allowed 履约约定.
/// What is nil was not agreed.
public struct AgreementDuties: Hashable, Sendable {
    /// To be filed with the centre within so many days of the last signature 备案期限.
    public var filingDays: Int?
    /// Objections to a proposal are heard for so many working days 异议期限.
    public var objectionWorkingDays: Int?
    /// To be paid within so many days of the clearing 付款期限.
    public var paymentDays: Int?
    /// The payee confirms a payment within so many days of its day; unconfirmed, it is owed again 确认收款期限.
    public var confirmationDays: Int?
    /// What is added to an overdue amount, in percent 加收.
    public var surchargePercent: Int?
    /// Valid for at least so many years 最短有效年限.
    public var leastYears: Int?
    /// Renewal is reminded of so many days before the end 续签提醒.
    public var renewalDays: Int?
    /// Whether other forms may take the place of money 非资金补偿.
    public var allowsInKind = false
    /// Who speaks for the finance office about exemptions; the centre where nobody is named 免除审核（财政）.
    public var financeOffice: PartyCode?
    /// Who speaks for the environment office about exemptions 免除审核（生态环境）.
    public var environmentOffice: PartyCode?
    /// Whether amounts of several rivers are netted 跨河流轧差.
    public var netsAcrossRivers = false

    public init() {}

    init(json: JSONValue, path: String) throws(EntryProblem) {
        var fields = try FieldReader(json, path: path)
        filingDays = try fields.optionalNumber("filing_days", in: 1...3650)
        objectionWorkingDays = try fields.optionalNumber("objection_working_days", in: 1...365)
        paymentDays = try fields.optionalNumber("payment_days", in: 1...3650)
        confirmationDays = try fields.optionalNumber("confirmation_days", in: 1...3650)
        surchargePercent = try fields.optionalNumber("surcharge_percent", in: 1...100)
        leastYears = try fields.optionalNumber("min_years", in: 1...99)
        renewalDays = try fields.optionalNumber("renewal_days", in: 1...3650)
        financeOffice = try fields.optionalParsed("exemption_finance") { PartyCode($0) }
        environmentOffice = try fields.optionalParsed("exemption_environment") { PartyCode($0) }
        allowsInKind = try fields.flag("in_kind_allowed")
        netsAcrossRivers = try fields.flag("cross_river_netting")
        try fields.finish()
        guard self != AgreementDuties() else { throw EntryProblem(.fieldInvalid, path) }
    }

    /// Names and values, as the entry has them; nil where nothing was agreed.
    var fields: [(String, JSONValue?)] {
        func number(_ value: Int?) -> JSONValue? { value.map { .integer(Int64($0)) } }
        return [
            ("filing_days", number(filingDays)), ("objection_working_days", number(objectionWorkingDays)),
            ("payment_days", number(paymentDays)), ("confirmation_days", number(confirmationDays)),
            ("surcharge_percent", number(surchargePercent)),
            ("min_years", number(leastYears)), ("renewal_days", number(renewalDays)),
            ("exemption_finance", financeOffice.map { .string($0.text) }),
            ("exemption_environment", environmentOffice.map { .string($0.text) }),
            ("in_kind_allowed", allowsInKind ? .bool(true) : nil),
            ("cross_river_netting", netsAcrossRivers ? .bool(true) : nil),
        ]
    }

    /// Nil where nothing was agreed.
    var json: JSONValue? { self == AgreementDuties() ? nil : .members(fields) }
}
