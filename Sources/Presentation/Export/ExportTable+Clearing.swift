public import Compensation
public import Federation

extension ExportTable {
    /// Each agreement and year with the state of its clearing.
    public static func clearings(_ list: ClearingList, _ language: Language) -> ExportTable {
        var table = ExportTable(
            Bilingual(zh: "年度清算", en: "clearings"),
            [
                Bilingual(zh: "年度", en: "year"), Bilingual(zh: "协议", en: "agreement"),
                Bilingual(zh: "名称", en: "title"), Bilingual(zh: "状态", en: "state"),
                Bilingual(zh: "未结核算期", en: "periods not settled"),
            ])
        table.rows = list.cases.map { clearing in
            [
                clearing.year.text, clearing.terms.entry.agreement.text, clearing.terms.scheme.title(language),
                ClearingList.state(clearing).words(language), clearing.missing.map(\.text).joined(separator: " "),
            ]
        }
        return table
    }

    /// What is owed by every clearing, and what of it is paid and received.
    public static func claims(_ list: ClearingList, _ language: Language) -> ExportTable {
        var table = ExportTable(
            Bilingual(zh: "应付与已付", en: "claims"),
            [
                Bilingual(zh: "协议", en: "agreement"), Bilingual(zh: "年度", en: "year"),
                Bilingual(zh: "付款方", en: "payer"), Bilingual(zh: "收款方", en: "payee"), Bilingual(zh: "河流", en: "river"),
                Bilingual(zh: "应付（元）", en: "owed (yuan)"), Bilingual(zh: "已付（元）", en: "paid (yuan)"),
                Bilingual(zh: "已到账（元）", en: "received (yuan)"), Bilingual(zh: "待付（元）", en: "unpaid (yuan)"),
                Bilingual(zh: "最后付款日", en: "due on"), Bilingual(zh: "状态", en: "state"),
            ])
        table.rows = list.claims.map { row in
            let transfer = row.claim.transfer
            return [
                row.agreement, row.claim.year.text, row.names.name(transfer.payer, language),
                row.names.name(transfer.payee, language), transfer.river ?? "", yuan(transfer.amount),
                yuan(row.claim.paid), yuan(row.claim.received), yuan(row.claim.unpaid), row.claim.dueOn.text,
                row.state(language),
            ]
        }
        return table
    }

    /// What each party comes to in the ledger of every basin and year; received is positive.
    public static func net(_ book: LedgerBook, _ roster: Roster, _ language: Language) -> ExportTable {
        var table = ExportTable(
            Bilingual(zh: "各方净额", en: "net"),
            [
                Bilingual(zh: "流域", en: "basin"), Bilingual(zh: "年度", en: "year"), Bilingual(zh: "单位", en: "party"),
                Bilingual(zh: "净额（元）", en: "net (yuan)"),
            ])
        table.rows = book.accounts.flatMap { account in
            let page = LedgerPage(book, basin: account.basin, year: account.year, findings: [], roster: roster)
            return page.parties.map { party in
                [
                    account.basin, account.year.text, roster.name(of: party)(language),
                    page.net(party).map(yuan) ?? "?",
                ]
            }
        }
        return table
    }

    /// What each party comes to in one clearing; received is positive.
    public static func net(_ report: ClearingReport, _ language: Language) -> ExportTable {
        var table = ExportTable(
            Bilingual(zh: "相抵后的净额", en: "net"),
            [Bilingual(zh: "单位", en: "party"), Bilingual(zh: "净额（元）", en: "net (yuan)")])
        table.rows = report.positions.map { [report.names.name($0.party, language), yuan($0.net)] }
        return table
    }
}
