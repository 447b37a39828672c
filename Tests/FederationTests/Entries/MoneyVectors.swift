import Compensation
import Federation
import Testing
import TransparencyLog

/// Vectors of the kinds that speak about clearing and payment. The notice is that of Guizhou's finance department of
/// June 2024, as far as published.
enum MoneyVectors {
    private static let start =
        #"{"agreement":"chishui-2021","#
        + #""agreement_digest":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855","#
    private static let at = #""at":"2021-05-06T09:30:05+08:00","#
    private static let log = #""log":"500000.tongzhou.test/youshui/1","#
    private static let clearing = #""clearing":{"index":9,"log":"100000.tongzhou.test/central/1"},"#
    private static let payment = #""payment":{"index":4,"log":"520000.tongzhou.test/chishui/1"},"#

    private static let cut =
        #""cut":[{"log":"520000.tongzhou.test/chishui/1","#
        + #""root":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855","size":12}],"#

    private static func cutLine() throws -> CutLog {
        CutLog(
            log: try #require(LogOrigin("520000.tongzhou.test/chishui/1")), size: 12,
            root: try #require(MerkleHash(hex: EntryVectors.empty)))
    }
    static func key() throws -> AgreementKey {
        AgreementKey(
            agreement: try #require(AgreementID("chishui-2021")), digest: try EntryVectors.digest(EntryVectors.empty))
    }
    private static func clearingPlace() throws -> EntryReference {
        try EntryVectors.place("100000.tongzhou.test/central/1", 9)
    }
    private static func paymentPlace() throws -> EntryReference {
        try EntryVectors.place("520000.tongzhou.test/chishui/1", 4)
    }

    static let details = PaymentDetails(
        payerUnit: "贵州省生态环境厅", payeeUnit: "云南省财政厅", treasury: "国家金库云南省分库",
        memo: "1100999 赤水河流域横向生态保护补偿资金", budgetSubject: "2110302 水体", economicSubject: "50299", fundSource: "省级资金")

    static let all = [
        EntryVector(
            #"{"advances":[{"amount_fen":100,"payment":{"index":4,"log":"520000.tongzhou.test/chishui/1"}}],"#
                + start.dropFirst() + at
                + cut + #""kind":"clearing","# + log
                + #""number":1,"settlements":[{"period":"2023","settlement_digest":"#
                + #""ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"}],"#
                + #""transfers":[{"amount_fen":2549999900,"payee":"530000","payer":"520000"}],"#
                + #""unsettled":["2023-12"],"v":1,"year":"2023"}"#
        ) {
            .clearing(
                ClearingEntry(
                    key: try key(), year: try EntryVectors.period("2023"), number: 1,
                    cut: [try cutLine()],
                    settlements: [
                        ClearedSettlement(
                            period: try EntryVectors.period("2023"),
                            settlementDigest: try EntryVectors.digest(EntryVectors.abc))
                    ], unsettled: [try EntryVectors.period("2023-12")],
                    advances: [ClearedAdvance(payment: try paymentPlace(), amount: Fen(100))],
                    transfers: [
                        ClearingTransfer(
                            payer: try EntryVectors.party("520000"), payee: try EntryVectors.party("530000"),
                            amount: Fen(2_549_999_900))
                    ]))
        },
        EntryVector(
            #"{"advances":[],"# + start.dropFirst() + at
                + #""cut":[],"kind":"clearing","# + log
                + #""number":2,"sections":[{"index":4,"log":"520000.tongzhou.test/chishui/1"}],"settlements":[],"#
                + #""transfers":[],"unsettled":[],"v":1,"year":"2023"}"#
        ) {
            .clearing(
                ClearingEntry(
                    key: try key(), year: try EntryVectors.period("2023"), number: 2, cut: [],
                    sections: [try paymentPlace()], settlements: [], unsettled: [], advances: [], transfers: []))
        },
        EntryVector(
            start + #""amount_fen":2550000000,"# + at + #""budget_subject":"2110302 水体","economic_subject":"50299","#
                + #""fund_source":"省级资金","#
                + #""items":[{"amount_fen":2549999900,"clearing":{"index":9,"log":"100000.tongzhou.test/central/1"},"#
                + #""purpose":"clearing","year":"2023"},{"amount_fen":100,"purpose":"advance","year":"2024"}],"#
                + #""kind":"payment","# + log + #""memo":"1100999 赤水河流域横向生态保护补偿资金","#
                + #""paid_on":"2024-06-25","payee":"530000","payee_unit":"云南省财政厅","payer":"520000","#
                + #""payer_unit":"贵州省生态环境厅","statement_number":"黔财资环〔2024〕46号","#
                + #""treasury":"国家金库云南省分库","v":1}"#
        ) {
            .payment(
                PaymentEntry(
                    key: try key(), statementNumber: "黔财资环〔2024〕46号", payer: try EntryVectors.party("520000"),
                    payee: try EntryVectors.party("530000"), details: details,
                    paidOn: try EntryVectors.period("2024-06-25"),
                    items: [
                        PaymentItem(
                            clearing: try clearingPlace(), year: try EntryVectors.period("2023"),
                            amount: Fen(2_549_999_900)),
                        PaymentItem(advanceFor: try EntryVectors.period("2024"), amount: Fen(100)),
                    ], amount: Fen(2_550_000_000)))
        },
        EntryVector(
            start + #""amount_fen":2550000000,"# + at + #""kind":"payment-received","# + log + payment
                + #""received_on":"2024-06-26","v":1}"#
        ) {
            .paymentReceived(
                PaymentReceivedEntry(
                    key: try key(), payment: try paymentPlace(), amount: Fen(2_550_000_000),
                    receivedOn: try EntryVectors.period("2024-06-26")))
        },
        EntryVector(
            start + at + clearing + cut + #""kind":"forced-deduction","# + log
                + #""overdue_fen":400000000,"payee":"530000","payer":"520000","surcharge_fen":40000000,"v":1}"#
        ) {
            .forcedDeduction(
                ForcedDeductionEntry(
                    key: try key(), clearing: try clearingPlace(), payer: try EntryVectors.party("520000"),
                    payee: try EntryVectors.party("530000"), cut: [try cutLine()], overdue: Fen(400_000_000),
                    surcharge: Fen(40_000_000)))
        },
        EntryVector(
            start + at + clearing + #""description":"共建产业园","form":"joint-park","kind":"in-kind","# + log
                + #""payee":"530000","payer":"520000","replaces_fen":100,"v":1,"value_fen":200}"#
        ) {
            .inKind(
                InKindEntry(
                    key: try key(), clearing: try clearingPlace(), payer: try EntryVectors.party("520000"),
                    payee: try EntryVectors.party("530000"), form: .jointPark, description: "共建产业园",
                    value: Fen(200), replaces: Fen(100)))
        },
        EntryVector(
            start + at + #""kind":"in-kind-acceptance","# + log
                + #""offer":{"index":4,"log":"520000.tongzhou.test/chishui/1"},"v":1}"#
        ) { .inKindAcceptance(InKindAcceptanceEntry(key: try key(), offer: try paymentPlace())) },
        EntryVector(
            start + #""amount_fen":480000001,"# + at + #""kind":"split","# + log + payment
                + #""shares":[{"amount_fen":240000001,"factor":1,"name":"酉阳县","party":"500242"},"#
                + #"{"amount_fen":240000000,"factor":1,"name":"秀山县","party":"500241"}],"v":1}"#
        ) {
            .split(
                SplitEntry(
                    key: try key(), payment: try paymentPlace(), amount: Fen(480_000_001),
                    shares: [
                        SplitShare(
                            party: try EntryVectors.party("500242"), name: "酉阳县", factor: 1,
                            amount: Fen(240_000_001)),
                        SplitShare(
                            party: try EntryVectors.party("500241"), name: "秀山县", factor: 1,
                            amount: Fen(240_000_000)),
                    ]))
        },
        EntryVector(
            start + #""amount_fen":100,"# + at + #""kind":"fund-use","# + log
                + #""project":"清水铺治理","purpose":"水环境治理","report_due":"2025-06-30","river":"赤水河","v":1}"#
        ) {
            .fundUse(
                FundUseEntry(
                    key: try key(), project: "清水铺治理", purpose: "水环境治理", river: "赤水河", amount: Fen(100),
                    reportDue: try EntryVectors.period("2025-06-30")))
        },
        EntryVector(
            start + #""amount_fen":100,"# + at + #""kind":"fund-use","# + log
                + #""project":"清水铺治理","purpose":"水环境治理","#
                + #""replaces":{"index":4,"log":"520000.tongzhou.test/chishui/1"},"report_due":"2025-06-30","#
                + #""river":"赤水河","v":1}"#
        ) {
            .fundUse(
                FundUseEntry(
                    key: try key(), project: "清水铺治理", purpose: "水环境治理", river: "赤水河", amount: Fen(100),
                    reportDue: try EntryVectors.period("2025-06-30"), replaces: try paymentPlace()))
        },
        EntryVector(
            start + at + #""kind":"fund-report","# + log + #""result":"已完工","spent_fen":99,"#
                + #""use":{"index":4,"log":"520000.tongzhou.test/chishui/1"},"v":1}"#
        ) {
            .fundReport(
                FundReportEntry(key: try key(), use: try paymentPlace(), spent: Fen(99), result: "已完工"))
        },
    ]
}
