/// What a notice of payment states beside parties and amount, as the finance department of Guizhou did in 2024:
/// 国家金库云南省分库, `1100999 赤水河流域横向生态保护补偿资金`, `2110302 水体`, `50299`.
public struct PaymentDetails: Hashable, Sendable {
    /// 付款单位, the department that pays.
    public let payerUnit: String
    /// 收款单位.
    public let payeeUnit: String
    /// 收款国库.
    public let treasury: String
    /// 汇款附言.
    public let memo: String
    /// 支出功能分类科目, code and name.
    public let budgetSubject: String
    /// 政府预算支出经济分类科目.
    public let economicSubject: String
    /// 资金来源.
    public let fundSource: String

    public init(
        payerUnit: String, payeeUnit: String, treasury: String, memo: String, budgetSubject: String,
        economicSubject: String, fundSource: String
    ) {
        self.payerUnit = payerUnit
        self.payeeUnit = payeeUnit
        self.treasury = treasury
        self.memo = memo
        self.budgetSubject = budgetSubject
        self.economicSubject = economicSubject
        self.fundSource = fundSource
    }

    init(fields: inout FieldReader) throws(EntryProblem) {
        payerUnit = try fields.string("payer_unit")
        payeeUnit = try fields.string("payee_unit")
        treasury = try fields.string("treasury")
        memo = try fields.string("memo")
        budgetSubject = try fields.string("budget_subject")
        economicSubject = try fields.string("economic_subject")
        fundSource = try fields.string("fund_source")
    }

    public var fields: [(String, JSONValue?)] {
        [
            ("payer_unit", .string(payerUnit)), ("payee_unit", .string(payeeUnit)), ("treasury", .string(treasury)),
            ("memo", .string(memo)), ("budget_subject", .string(budgetSubject)),
            ("economic_subject", .string(economicSubject)), ("fund_source", .string(fundSource)),
        ]
    }
}
