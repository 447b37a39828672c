import Compensation
import TestSupport
import Testing

/// Case F1: a spike in real readings turns the direction of payment. The amount is the 酉水 rule's.
@Suite struct LiyeSettlementTests {
    private let april = Period("2021-04")

    private func settled(_ readings: [Reading]) throws -> Settlement {
        let outcome = try Fixtures.youshui().settle(period: try #require(april), readings: readings)
        guard case .settled(let settlement) = outcome else {
            throw Unsettled(outcome: outcome)
        }
        return settlement
    }

    private struct Unsettled: Error {
        let outcome: SettlementOutcome
    }

    @Test func spikeMakesTheMonthClassFour() throws {
        let settlement = try settled(try LiyeReadings.all())
        #expect(settlement.inputs.count(where: \.used) == 13)
        let steps = settlement.steps
        try #require(steps.map(\.name) == ["月补偿额", "月均值", "月类别", "里耶镇断面补偿"])
        #expect(steps[1].value.contains("codmn=9783/1300;"))
        #expect(
            steps[1].arithmetic.contains(
                "(2.79 + 2.42 + 2.42 + 2.42 + 2.42 + 13.6"))
        #expect(steps[1].arithmetic.contains("/ 13 = 97.83/13 ≈ 7.5254"))
        for shown in ["CODMn 7.53", "NH3-N 0.026", "TP 0.047"] {
            #expect(steps[1].display.contains(shown), "\(shown)")
        }
        #expect(steps[2].value == "Ⅳ")
        #expect(steps[2].arithmetic.contains("NH3-N ≈0.0256 → Ⅰ"))
        #expect(steps[2].arithmetic.contains("TP ≈0.0472 → Ⅱ"))
        #expect(steps[3].article == "第六条 补偿方向")
        let transfer = try #require(settlement.transfers.first)
        #expect(settlement.transfers.count == 1)
        #expect(transfer.payer.text == "500000")
        #expect(transfer.payee.text == "430000")
        #expect(transfer.amount.formattedWanYuan == "40")
        #expect(transfer.article == "第六条 补偿方向")
    }

    @Test func withoutTheSpikeTheDirectionTurns() throws {
        let readings = try LiyeReadings.all().filter {
            $0.value(of: .permanganateIndex)?.text != "13.60"
        }
        let settlement = try settled(readings)
        #expect(settlement.steps[1].arithmetic.contains("= 16.23/7 ≈ 2.3186"))
        #expect(settlement.steps[1].display.contains("CODMn 2.32"))
        #expect(settlement.steps[2].value == "Ⅱ")
        let transfer = try #require(settlement.transfers.first)
        #expect(transfer.payer.text == "430000")
        #expect(transfer.payee.text == "500000")
        #expect(transfer.amount.formattedYuan == "400,000.00")
    }

    @Test func repeatedRowsAreRefused() throws {
        let repeated = try LiyeReadings.repeated.map(LiyeReadings.reading)
        let outcome = try Fixtures.youshui().settle(
            period: try #require(april), readings: try LiyeReadings.all() + repeated)
        guard case .notComputable(let obstacle) = outcome else {
            Issue.record("settled in spite of two readings at one time")
            return
        }
        #expect(obstacle.code == "duplicate-reading")
        #expect(obstacle.message.zh.contains("2021-04-02T00:00+08:00"))
    }

    @Test func orderOfReadingsMakesNoDifference() throws {
        let readings = try LiyeReadings.all()
        let expected = try settled(readings)
        var generator = SeededGenerator(seed: 2021)
        for _ in 0..<50 {
            #expect(try settled(readings.shuffled(using: &generator)) == expected)
        }
    }

    @Test func readingsOfOtherPlacesAndTimesMakeNoDifference() throws {
        let readings = try LiyeReadings.all()
        let foreign = [
            try Fixtures.reading("430000-liye", "2021-03-31T23:59+08:00", .normal, [(.permanganateIndex, "99")]),
            try Fixtures.reading("430000-liye", "2021-05-01T00:00+08:00", .normal, [(.permanganateIndex, "99")]),
            try Fixtures.reading("430000-other", "2021-04-01T08:00+08:00", .normal, [(.permanganateIndex, "99")]),
        ]
        #expect(try settled(readings + foreign) == settled(readings))
    }

    /// F2: rows in maintenance are left out although they carry values.
    @Test func maintenanceIsLeftOut() throws {
        let settlement = try settled(try LiyeReadings.all())
        let maintained = settlement.inputs.filter { $0.reading.status == .maintenance }
        #expect(maintained.count == 12)
        #expect(maintained.allSatisfy { !$0.used && $0.note == .statusExcluded })
    }

    @Test func missingValueIsNotedAndNotCountedAsZero() throws {
        let settlement = try settled([
            try Fixtures.reading("430000-liye", "2021-04-01T08:00+08:00", .normal, [(.permanganateIndex, "4")]),
            try Fixtures.reading("430000-liye", "2021-04-01T12:00+08:00", .normal, [(.pH, "7")]),
        ])
        #expect(settlement.inputs.map(\.note) == [.valueMissing, .valueMissing])
        #expect(settlement.steps[1].value == "codmn=4;do=missing;nh3n=missing;ph=7;tp=missing")
        #expect(settlement.steps[2].value == "Ⅱ")
    }

    @Test func monthWithoutValidDataPaysNothing() throws {
        let maintained = try LiyeReadings.all().filter { $0.status == .maintenance }
        for readings in [[], maintained] {
            let settlement = try settled(readings)
            #expect(settlement.transfers == [])
            #expect(settlement.steps[2].value == "missing")
            #expect(settlement.steps[3].value == "nothing")
        }
    }

    @Test(arguments: ["2018-12", "2025-01"])
    func periodOutsideValidityIsRefused(_ text: String) throws {
        let outcome = try Fixtures.youshui().settle(period: try #require(Period(text)), readings: [])
        guard case .notComputable(let obstacle) = outcome else {
            Issue.record("settled outside the validity")
            return
        }
        #expect(obstacle.code == "period-outside-validity")
    }

    /// C12 and B6: Hunan paid Chongqing 480 万元 for 2022 (渝财环〔2023〕66号). Every month class Ⅲ or better.
    @Test func yearOfGoodMonthsPays480() throws {
        let classes = ["6", "3.9", "2", "1.5", "4.1", "5.99", "6", "2.4", "3", "4", "5", "1"]
        let scheme = try Fixtures.youshui()
        var amounts: [Fen] = []
        for (index, value) in classes.enumerated() {
            let period = try #require(Period.month(year: 2022, month: index + 1))
            let reading = try Fixtures.reading(
                "430000-liye", "\(period.text)-15T08:00+08:00", .normal, [(.permanganateIndex, value)])
            guard case .settled(let settlement) = scheme.settle(period: period, readings: [reading]) else {
                Issue.record("\(period.text) was not settled")
                return
            }
            let transfer = try #require(settlement.transfers.first)
            #expect(transfer.payer.text == "430000" && transfer.payee.text == "500000")
            amounts.append(transfer.amount)
        }
        #expect(Fen.sum(amounts)?.formattedWanYuan == "480")
    }
}
