import Compensation
import Federation
import GRDB
import Testing
import TransparencyLog

@testable import NodeStore

/// Rows of clearing, payments and funds: each kind has its tables, and rebuilt ones are the kept ones.
@Suite struct MoneyViewsTests {
    private func entries() throws -> [Entry] {
        let payer = try #require(PartyCode("430000"))
        let payee = try #require(PartyCode("500000"))
        let key = AgreementKey(agreement: try #require(AgreementID("youshui-2019")), digest: ContentDigest(of: []))
        let year = try #require(Period("2021"))
        let day = try #require(Period("2022-03-20"))
        let place = EntryReference(log: try OwnLog().origin, index: 5)
        let details = PaymentDetails(
            payerUnit: "甲", payeeUnit: "乙", treasury: "库", memo: "附言", budgetSubject: "2110302 水体",
            economicSubject: "50299", fundSource: "资金")
        let transfers = [
            ClearingTransfer(payer: payer, payee: payee, amount: Fen(1)),
            ClearingTransfer(payer: payee, payee: payer, amount: Fen(2), river: "酉水"),
        ]
        let shares = [
            SplitShare(party: payer, name: "甲", factor: 1, amount: Fen(2)),
            SplitShare(party: payee, name: "乙", factor: 1, amount: Fen(1)),
        ]
        return [
            .clearing(
                ClearingEntry(
                    key: key, year: year, number: 1, cut: [], settlements: [], unsettled: [], advances: [],
                    transfers: transfers)),
            .payment(
                PaymentEntry(
                    key: key, statementNumber: "一", payer: payer, payee: payee, details: details, paidOn: day,
                    items: [
                        PaymentItem(clearing: place, year: year, amount: Fen(1)),
                        PaymentItem(advanceFor: year, river: "酉水", amount: Fen(2)),
                    ], amount: Fen(3))),
            .paymentReceived(PaymentReceivedEntry(key: key, payment: place, amount: Fen(3), receivedOn: day)),
            .forcedDeduction(
                ForcedDeductionEntry(
                    key: key, clearing: place, payer: payer, payee: payee, cut: [], overdue: Fen(10), surcharge: Fen(1))
            ),
            .inKind(
                InKindEntry(
                    key: key, clearing: place, payer: payer, payee: payee, form: .training, description: "训",
                    value: Fen(2), replaces: Fen(1))),
            .inKindAcceptance(InKindAcceptanceEntry(key: key, offer: place)),
            .split(SplitEntry(key: key, payment: place, amount: Fen(3), shares: shares)),
            .fundUse(
                FundUseEntry(key: key, project: "项目", purpose: "治理", river: "酉水", amount: Fen(3), reportDue: day)),
            .fundReport(FundReportEntry(key: key, use: place, spent: Fen(3), result: "成")),
        ]
    }

    private func followed(_ folder: TemporaryFolder, _ database: LogDatabase) throws -> [String] {
        let views = try ViewsDatabase(folder.folder, of: database)
        for log in try database.logs() {
            let entries = try #require(try database.read(log.origin) { try $0.entries(0..<log.size) })
            let root = try #require(try database.root(of: log.origin, at: log.size))
            try views.follow(entries, from: 0, head: CutLog(log: log.origin, size: log.size, root: root))
        }
        return try views.dump()
    }

    @Test func everyKindHasItsRows() throws {
        let folder = try TemporaryFolder()
        let database = try LogDatabase(folder.folder, creating: true)
        let log = try OwnLog()
        let at = try #require(Timestamp("2022-05-06T09:00:00+08:00"))
        let bytes = try entries().map { try SignedEntry(log: log.origin, at: at, entry: $0).encoded() }
        try database.register(log.origin, own: true)
        try database.append(LogBatch(origin: log.origin, onto: Frontier(), entries: bytes), sign: log.note)
        let kept = try followed(folder, database)
        for (table, count) in [
            ("clearing ", 1), ("clearing_transfer ", 2), ("payment ", 1), ("payment_item ", 2),
            ("payment_received ", 1), ("forced_deduction ", 1), ("in_kind ", 1), ("in_kind_acceptance ", 1),
            ("split ", 2), ("fund_use ", 1), ("fund_report ", 1),
        ] {
            #expect(kept.filter { $0.hasPrefix(table) }.count == count, "\(table)")
        }
        #expect(kept == (try followed(try TemporaryFolder(), database)))
    }
}
