import ArgumentParser
import NodeService

/// What parties promise each other besides the amounts.
struct AgreementDutyOptions: ParsableArguments {
    @Option(help: ArgumentHelp(Speech.text(zh: "签署后须备案的天数", en: "days after signing to file with the centre")))
    var filingDays: Int?
    @Option(help: ArgumentHelp(Speech.text(zh: "异议期限（工作日）", en: "working days for objections")))
    var objectionDays: Int?
    @Option(help: ArgumentHelp(Speech.text(zh: "清算后付款的天数", en: "days after the clearing to pay")))
    var paymentDays: Int?
    @Option(
        help: ArgumentHelp(
            Speech.text(
                zh: "付款后确认到账的天数，逾此未确认的仍属待付", en: "days after a payment to confirm it; unconfirmed, it is owed again")))
    var confirmationDays: Int?
    @Option(help: ArgumentHelp(Speech.text(zh: "逾期加收的百分比", en: "percent added to overdue amounts")))
    var surcharge: Int?
    @Option(help: ArgumentHelp(Speech.text(zh: "最短有效年限", en: "years it is valid at least")))
    var minYears: Int?
    @Option(help: ArgumentHelp(Speech.text(zh: "期满前提醒续签的天数", en: "days before the end to remind of renewal")))
    var renewalDays: Int?
    @Option(
        help: ArgumentHelp(
            Speech.text(
                zh: "代表财政部门审核免除的一方，默认为中央节点", en: "party that speaks for finance about exemptions, the centre by default"
            )))
    var exemptionFinance: String?
    @Option(
        help: ArgumentHelp(
            Speech.text(zh: "代表生态环境部门审核免除的一方", en: "party that speaks for environment about exemptions")))
    var exemptionEnvironment: String?
    @Flag(help: ArgumentHelp(Speech.text(zh: "可用非资金方式补偿", en: "other forms than money are allowed")))
    var inKind = false
    @Flag(help: ArgumentHelp(Speech.text(zh: "各河流轧差清算", en: "amounts of several rivers are netted")))
    var netAcrossRivers = false

    func fill(_ form: inout AgreementCommand.DraftForm) {
        form.filingDays = filingDays
        form.objectionWorkingDays = objectionDays
        form.paymentDays = paymentDays
        form.confirmationDays = confirmationDays
        form.surchargePercent = surcharge
        form.leastYears = minYears
        form.renewalDays = renewalDays
        form.financeOffice = exemptionFinance
        form.environmentOffice = exemptionEnvironment
        form.allowsInKind = inKind
        form.netsAcrossRivers = netAcrossRivers
    }
}
