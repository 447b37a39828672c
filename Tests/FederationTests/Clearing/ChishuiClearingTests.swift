import Compensation
import Federation
import Testing
import TransparencyLog

/// Cases B1 to B5: the pool of Yunnan, Guizhou and Sichuan, as published, from readings to payments. What the schemes
/// leave to the parties is filled in here.
@Suite struct ChishuiClearingTests {
    private static let yunnan = "530000"
    private static let guizhou = "520000"
    private static let sichuan = "510000"
    /// 20 million yuan in fen.
    private static let twentyMillion: Int64 = 2_000_000_000

    private static let qingshuipu = "530000-qingshuipu"
    private static let sections = [qingshuipu, "520000-lianyuxi", "520000-maotai-shangyou"]

    private static func scheme(_ round: String, _ replacements: [(String, String)] = []) throws -> String {
        var text = String(decoding: try Repository.bytes("schemes/赤水河-云贵川-第\(round)轮.md"), as: UTF8.self)
        let standing = [
            (
                "param 茅台镇上游目标 \"target above Maotai Town\": class",
                "let 茅台镇上游目标 \"target above Maotai Town\" = Ⅱ"
            ),
            (
                "param 断面扣减额 \"deduction\" for 断面 in 考核断面: 万元",
                "let 断面扣减额 \"deduction\" for 断面 in 考核断面 = 1000.000001 万元"
            ),
        ]
        for (place, other) in standing + replacements {
            try #require(text.contains(place), "\(place)")
            text = text.replacing(place, with: other)
        }
        return text
    }

    /// A year in which every section but those named is of class Ⅱ; those are Ⅲ.
    private static func settle(_ world: inout MoneyWorld, _ year: Int, failing: [String] = []) throws {
        for section in sections {
            try world.read(section, "\(year)-06-01", codmn: failing.contains(section) ? "5" : "3")
        }
        try world.settle(at: "\(year + 1)-03-01T09:00:00+08:00")
    }

    private static func pay(
        _ world: inout MoneyWorld, _ clearing: EntryReference, _ year: String, from payer: String, _ fen: Int64,
        _ number: String
    ) throws {
        let item = PaymentItem(clearing: clearing, year: try EntryVectors.period(year), amount: Fen(fen))
        let payment = try world.pay(payer, yunnan, number, [item])
        try world.receive(yunnan, payment, fen)
    }

    @Test func firstRoundIsPaidAsPublished() throws {
        var world = try MoneyWorld(try Self.scheme("一"))
        for year in [2018, 2019, 2020] {
            try Self.settle(&world, year)
            let clearing = try world.clear("\(year)")
            let found = try world.clearing("\(year)")
            #expect(found.records.map(\.standing) == [.stands])
            #expect(
                MoneyWorld.lines(found.claims.map(\.transfer)) == [
                    "\(Self.sichuan) \(Self.yunnan) \(Self.twentyMillion)",
                    "\(Self.guizhou) \(Self.yunnan) \(Self.twentyMillion)",
                ])
            let positions = try #require(Netting.positions(found.claims.map(\.transfer)))
            #expect(positions.map(\.net.count) == [-Self.twentyMillion, -Self.twentyMillion, 2 * Self.twentyMillion])
            // By the end of 2021 the payments for 2018 and 2019 had arrived, that for 2020 had not.
            guard year < 2020 else { continue }
            for payer in [Self.guizhou, Self.sichuan] {
                try Self.pay(&world, clearing, "\(year)", from: payer, Self.twentyMillion, "\(payer)-\(year)")
            }
        }
        world.world.now = try #require(Timestamp("2021-12-31T09:00:00+08:00"))
        let claims = try world.money().claims
        #expect(claims.map(\.transfer.amount.count).reduce(0, +) == 12_000 * 1_000_000)
        #expect(claims.map(\.received.count).reduce(0, +) == 8_000 * 1_000_000)
        #expect(claims.map(\.outstanding.count).reduce(0, +) == 4_000 * 1_000_000)
        #expect(claims.filter { $0.isLate(at: world.world.now) }.map(\.year.text) == ["2020", "2020"])
    }

    @Test func secondRoundIsThirtyMillionEach() throws {
        // Signed in January 2023 and applied from 2021 on.
        var world = try MoneyWorld(try Self.scheme("二"), at: "2023-01-15T09:00:00+08:00")
        for section in Self.sections { try world.read(section, "2021-06-01", codmn: "3") }
        try world.settle(at: "2023-02-01T09:00:00+08:00")
        try world.clear("2021")
        let claims = try world.clearing("2021").claims
        #expect(claims.map(\.transfer.payer.text) == [Self.sichuan, Self.guizhou])
        #expect(claims.allSatisfy { $0.transfer.amount.count == 3_000 * 1_000_000 })
    }

    /// The published 25.5 million of 2023 are 85 percent of 30 million; a reduction needs a recorded reason.
    @Test(arguments: [true, false])
    func reductionNeedsAReason(_ isRecorded: Bool) throws {
        let ratio = "fact 调减比例 \"reduction\" for 省 in 贵川: number otherwise 0"
        let reason = "fact 调减理由已载明 \"reason recorded\" for 省 in 贵川: condition otherwise no"
        var world = try MoneyWorld(
            try Self.scheme(
                "二",
                [
                    (
                        ratio,
                        """
                        let 调减比例 "reduction" for 省 in 贵川 =
                          when 省 = 贵州省: 0.15
                          otherwise: 0
                        """
                    ),
                    (reason, "let 调减理由已载明 \"reason recorded\" for 省 in 贵川 = \(isRecorded ? "1 = 1" : "1 = 2")"),
                ]), at: "2023-01-15T09:00:00+08:00")
        try Self.settle(&world, 2023)
        // Without it the text breaks its own requirement, and no agreement comes of it.
        #expect(try world.desk().agreements().isEmpty != isRecorded)
        if isRecorded {
            try world.clear("2023")
            #expect(
                MoneyWorld.lines(try world.clearing("2023").claims.map(\.transfer)) == [
                    "\(Self.sichuan) \(Self.yunnan) \(3_000 * 1_000_000)",
                    "\(Self.guizhou) \(Self.yunnan) \(2_550 * 1_000_000)",
                ])
        }
    }

    /// A deduction of 10 000 000.01 yuan: Yunnan's is halved with the odd fen to Guizhou, Guizhou's goes to Sichuan, that
    /// above Maotai is borne in halves.
    @Test(
        arguments: [
            ("530000-qingshuipu", [-150_000_000_0, -149_999_999_9, 299_999_999_9]),
            ("520000-lianyuxi", [-99_999_999_9, -300_000_000_1, 400_000_000_0]),
            ("520000-maotai-shangyou", [-250_000_000_0, -250_000_000_1, 500_000_000_1]),
        ] as [(String, [Int64])])
    func failuresAreRoutedToTheFen(_ section: String, _ nets: [Int64]) throws {
        var world = try MoneyWorld(try Self.scheme("一"))
        try Self.settle(&world, 2018, failing: [section])
        try world.clear("2018")
        let claims = try world.clearing("2018").claims
        let positions = try #require(Netting.positions(claims.map(\.transfer)))
        #expect(positions.map(\.party.text) == [Self.sichuan, Self.guizhou, Self.yunnan])
        #expect(positions.map(\.net.count) == nets)
        #expect(positions.map(\.net.count).reduce(0, +) == 0)
    }
}
