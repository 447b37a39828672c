import Compensation
import Testing

/// E1: the Ministry of Finance's table of 2023, all 18 rows.
@Suite struct CentralAwardsSchemeTests {
    private static let rewards = [
        ("湖南省", "430000", 240), ("重庆市", "500000", 3359), ("四川省", "510000", 3034), ("贵州省", "520000", 1536),
        ("云南省", "530000", 1152),
    ]
    private static let deductions = [
        ("上海市", "310000", 913), ("江苏省", "320000", 1405), ("浙江省", "330000", 1055), ("安徽省", "340000", 3171),
        ("福建省", "350000", 63), ("河南省", "410000", 568), ("广东省", "440000", 5), ("广西壮族自治区", "450000", 213),
        ("西藏自治区", "540000", 130), ("陕西省", "610000", 1123), ("甘肃省", "620000", 217), ("青海省", "630000", 458),
    ]

    private var table: [String] {
        Self.rewards.map { "奖励(\($0.0)) = \($0.2) 万元" } + Self.deductions.map { "扣减(\($0.0)) = \($0.2) 万元" }
            + ["潮白河奖励 = 20000 万元"]
    }

    private func scheme() throws -> Scheme { try SchemeLibrary.load("长江全流域-奖励与扣减-2023") }

    @Test func e1RewardsAreFinancedByDeductions() throws {
        let settlement = try SchemeLibrary.settled(scheme(), "2023", supplied: table)
        #expect(try settlement.value(of: "奖励合计") == "9321 万元")
        #expect(try settlement.value(of: "扣减合计") == "9321 万元")
        #expect(settlement.unverified == [])
        for (_, code, amount) in Self.rewards {
            let received = settlement.transfers.filter { $0.payee.text == code }.map(\.amount)
            #expect(Fen.sum(received)?.formattedWanYuan == "\(amount)", "\(code)")
            #expect(!settlement.transfers.contains { $0.payer.text == code }, "\(code)")
        }
        for (_, code, amount) in Self.deductions {
            let paid = settlement.transfers.filter { $0.payer.text == code }.map(\.amount)
            #expect(Fen.sum(paid)?.formattedWanYuan == "\(amount)", "\(code)")
            #expect(!settlement.transfers.contains { $0.payee.text == code }, "\(code)")
        }
    }

    /// 潮白河 stands outside the sum to zero.
    @Test func e1HebeiIsAwardedBesides() throws {
        #expect(
            try SchemeLibrary.transfers(of: "其他流域奖励", scheme(), "2023", supplied: table)
                == ["100000 → 130000: 20000"])
    }

    @Test(arguments: [
        ("奖励(湖南省) = 240 万元", "奖励(湖南省) = 241 万元"), ("扣减(青海省) = 458 万元", "扣减(青海省) = 457.9999 万元"),
        ("奖励(湖南省) = 240 万元", "奖励(上海市) = 240 万元"),
    ])
    func e1WhatDoesNotBalanceIsRefused(_ original: String, _ changed: String) throws {
        let lines = table.map { $0 == original ? changed : $0 }
        #expect(try SchemeLibrary.obstacle(scheme(), "2023", supplied: lines) == "requirement-not-met")
    }
}
