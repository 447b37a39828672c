import Compensation
import Federation

extension SettlementStatement {
    /// Of an adjustment: what was recorded before, what the whole period comes to now, and the difference that this
    /// sheet pays; `nil` for any other settlement.
    func adjustment(_ language: Language) -> StatementPart? {
        guard let adjustment = computation?.adjustment else { return nil }
        let lines = [
            (Bilingual(zh: "此前已记账", en: "recorded before"), adjustment.recorded),
            (Bilingual(zh: "全期现核算", en: "whole period as computed now"), adjustment.computed),
            (Bilingual(zh: "差额（本单支付）", en: "difference, paid by this sheet"), adjustment.difference),
        ]
        let rows = lines.flatMap { label, transfers -> [[String]] in
            guard !transfers.isEmpty else {
                return [[label(language), Bilingual(zh: "无需支付", en: "nothing to pay")(language), "–", "0.00"]]
            }
            return transfers.map { transfer in
                [
                    label(language), names.name(transfer.payer, language), names.name(transfer.payee, language),
                    transfer.amount.formattedYuan,
                ]
            }
        }
        return StatementPart(
            "调整", "Adjustment",
            [
                Bilingual(zh: "项目", en: "Item"), Bilingual(zh: "付款方", en: "Payer"), Bilingual(zh: "收款方", en: "Payee"),
                Bilingual(zh: "金额（元）", en: "Amount (yuan)"),
            ], numbers: [3], rows: rows)
    }
}
