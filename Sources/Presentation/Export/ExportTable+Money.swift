public import Compensation
public import Federation

extension ExportTable {
    /// Every settlement with its payments; one row for a settlement without any.
    /// - Parameters:
    ///   - section: only payments on account of it.
    ///   - span: only settlements of periods in it.
    public static func settlements(
        _ settlements: [SettlementSummary], _ language: Language, of section: SectionID? = nil,
        within span: ExportSpan = ExportSpan()
    ) -> ExportTable {
        var table = ExportTable(
            Bilingual(zh: "核算结果", en: "settlements"),
            [
                Bilingual(zh: "协议", en: "agreement"), Bilingual(zh: "核算期", en: "period"),
                Bilingual(zh: "状态", en: "state"), Bilingual(zh: "断面", en: "section"),
                Bilingual(zh: "付款方", en: "payer"), Bilingual(zh: "收款方", en: "payee"),
                Bilingual(zh: "金额（元）", en: "amount (yuan)"), Bilingual(zh: "结果摘要", en: "digest"),
            ])
        for summary in settlements where span.contains(summary.settlement.key.period) {
            let key = summary.settlement.key
            let start = [key.agreement.text, key.periodText, summary.state.name(language)]
            let end = [summary.digest ?? ""]
            let transfers = summary.transfers.filter { section == nil || $0.section == section }
            if section != nil, transfers.isEmpty { continue }
            let payments = transfers.map { transfer in
                [
                    transfer.section?.text ?? "", summary.partyName(transfer.payer, language),
                    summary.partyName(transfer.payee, language), yuan(transfer.amount),
                ]
            }
            table.rows += (payments.isEmpty ? [["", "", "", ""]] : payments).map { start + $0 + end }
        }
        return table
    }

    /// Every line of the centre's ledger, of all basins.
    /// - Parameter span: only of years in it.
    public static func ledger(
        _ book: LedgerBook, _ roster: Roster, _ language: Language, within span: ExportSpan = ExportSpan()
    ) -> ExportTable {
        var table = ExportTable(
            Bilingual(zh: "台账", en: "ledger"),
            [
                Bilingual(zh: "流域", en: "basin"), Bilingual(zh: "年度", en: "year"), Bilingual(zh: "类别", en: "kind"),
                Bilingual(zh: "单位", en: "party"), Bilingual(zh: "金额（元）", en: "amount (yuan)"),
                Bilingual(zh: "事由", en: "subject"), Bilingual(zh: "备注", en: "remark"),
                Bilingual(zh: "日志条目", en: "log entry"),
            ])
        table.rows = book.items.filter { span.contains($0.year) }.map { item in
            [
                item.basin, item.year.text, LedgerWording.name(item.sort)(language),
                roster.member(item.party)?.name(language) ?? item.party.text, yuan(item.amount), item.subject,
                LedgerWording.standing(item.standing)(language), item.place.text,
            ]
        }
        return table
    }

    /// Every payment with its receipt.
    /// - Parameter span: only what was paid in it.
    public static func payments(
        _ agreements: [AgreementMoney], _ docket: Docket, _ language: Language, within span: ExportSpan = ExportSpan()
    ) -> ExportTable {
        var table = ExportTable(
            Bilingual(zh: "拨款", en: "payments"),
            [
                Bilingual(zh: "文号", en: "number"), Bilingual(zh: "协议", en: "agreement"),
                Bilingual(zh: "付款方", en: "payer"), Bilingual(zh: "收款方", en: "payee"),
                Bilingual(zh: "金额（元）", en: "amount (yuan)"), Bilingual(zh: "付款日", en: "paid on"),
                Bilingual(zh: "到账日", en: "received on"), Bilingual(zh: "用途", en: "for"),
                Bilingual(zh: "状态", en: "state"), Bilingual(zh: "日志条目", en: "log entry"),
            ])
        for money in agreements {
            let names = PartyNames(docket, money.terms)
            table.rows += money.payments.filter { span.contains($0.entry.paidOn) }.map { payment in
                let entry = payment.entry
                return [
                    entry.statementNumber, entry.key.agreement.text, names.name(entry.payer, language),
                    names.name(entry.payee, language), yuan(entry.amount), entry.paidOn.text,
                    payment.receipt?.body.receivedOn.text ?? "", PaymentNotice.purposes(entry, language),
                    MoneyWording.standing(payment)(language), payment.reference.text,
                ]
            }
        }
        return table
    }
}
