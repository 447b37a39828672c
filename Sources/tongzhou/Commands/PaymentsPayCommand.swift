import ArgumentParser
import NodeService

/// Says that this party has paid.
struct PaymentsPayCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "pay", abstract: Speech.text(zh: "记录本方拨款", en: "record a payment of this party"),
            discussion: Speech.text(
                zh: "清算资金须与待付金额一致；分次拨付加 --partial。预拨资金计入所属年度的清算时扣减，可与清算资金一笔拨付。",
                en:
                    "What is paid of a clearing must be just what is unpaid; a part needs --partial. An advance is deducted by the clearing of its year and may travel in one payment with a clearing."
            ))
    }

    @OptionGroup var node: NodeOptions
    @OptionGroup var text: TextOption
    @OptionGroup var dry: DryRunFlag
    @Argument(
        help: ArgumentHelp(Speech.text(zh: "协议，如 youshui-2019", en: "agreement, such as youshui-2019")),
        completion: .agreements)
    var agreement: String
    @Argument(help: ArgumentHelp(Speech.text(zh: "年度，如 2023", en: "year, such as 2023")))
    var year: String
    @Option(help: ArgumentHelp(Speech.text(zh: "收款方代码", en: "code of the payee")))
    var payee: String
    @Option(
        help: ArgumentHelp(
            Speech.text(
                zh: "拨款总额（含预拨），须写单位，如 2550万元", en: "the whole payment, advance included, with its unit, such as 2550万元")
        ))
    var amount: String
    @Option(help: ArgumentHelp(Speech.text(zh: "其中预拨的金额，年度见 --advance-year", en: "the part of it that is an advance")))
    var advance: String?
    @Option(help: ArgumentHelp(Speech.text(zh: "预拨所属年度", en: "the year of the advance")))
    var advanceYear: String?
    @Option(help: ArgumentHelp(Speech.text(zh: "河流（协议按河流分别清算时）", en: "river, where the agreement keeps rivers apart")))
    var river: String?
    @Option(help: ArgumentHelp(Speech.text(zh: "拨款文号，如 黔财资环〔2024〕46号", en: "number of the notice")))
    var statement: String
    @Option(help: ArgumentHelp(Speech.text(zh: "付款日期，如 2024-06-25", en: "day of payment, such as 2024-06-25")))
    var paidOn: String
    @Option(help: ArgumentHelp(Speech.text(zh: "付款单位", en: "department that pays")))
    var payerUnit: String
    @Option(help: ArgumentHelp(Speech.text(zh: "收款单位", en: "department that receives")))
    var payeeUnit: String
    @Option(help: ArgumentHelp(Speech.text(zh: "收款国库，如 国家金库云南省分库", en: "receiving treasury")))
    var treasury: String
    @Option(help: ArgumentHelp(Speech.text(zh: "汇款附言", en: "memo")))
    var memo: String
    @Option(help: ArgumentHelp(Speech.text(zh: "支出功能分类科目", en: "budget subject")))
    var budgetSubject: String = "2110302 水体"
    @Option(help: ArgumentHelp(Speech.text(zh: "政府预算支出经济分类科目", en: "economic subject")))
    var economicSubject: String = "50299"
    @Option(help: ArgumentHelp(Speech.text(zh: "资金来源", en: "source of funds")))
    var fundSource: String = "一般公共预算"
    @Option(
        help: ArgumentHelp(
            Speech.text(
                zh: "所取代的本方拨款的日志位置（写错且对方尚未确认）",
                en: "place of a payment of this party that was said wrongly and is not confirmed")))
    var replaces: String?
    @Flag(help: ArgumentHelp(Speech.text(zh: "只付一部分", en: "pay a part only")))
    var partial = false

    func run() async throws {
        try await node.run(
            .money(
                .payment(
                    MoneyCommand.PaymentForm(
                        agreement: agreement, year: year, payee: payee, amount: amount, advance: advance,
                        advanceYear: advanceYear, river: river, statement: statement, paidOn: paidOn,
                        payerUnit: payerUnit, payeeUnit: payeeUnit, treasury: treasury, memo: memo,
                        budgetSubject: budgetSubject, economicSubject: economicSubject, fundSource: fundSource,
                        partial: partial, digest: text.digest, replaces: replaces, dryRun: dry.dryRun))))
    }
}
