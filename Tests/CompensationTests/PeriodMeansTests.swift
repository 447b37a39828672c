import Compensation
import TestSupport
import Testing

/// Means of months and years, and the state of rivers from their sections.
@Suite struct PeriodMeansTests {
    /// F1: 里耶镇, 13 readings with status 正常, CODMn sum 97.83 (CNEMC).
    @Test func meansOfTheNormalReadings() throws {
        let means = PeriodMeans(of: try LiyeReadings.all())
        let codmn = try #require(means.means.first { $0.indicator == .permanganateIndex })
        #expect(codmn.count == 13)
        #expect(codmn.value.text == "9783/1300")
        #expect(WaterQualityStandard.gb3838.classify(means, bodyType: .river)?.waterClass == .iv)
        let withMaintenance = PeriodMeans(of: try LiyeReadings.all(), statuses: [.normal, .maintenance])
        #expect(withMaintenance.means.first { $0.indicator == .pH }?.count == 25)
        #expect(means[.copper] == nil)
        #expect(PeriodMeans(of: []).means == [])
    }

    @Test(arguments: [ReadingStatus.dry, .frozen, .missing, .suspended])
    func otherStatusesAreLeftOut(_ status: ReadingStatus) throws {
        let readings = [
            try Fixtures.reading("a", "2021-01-01T08:00+08:00", .normal, [(.permanganateIndex, "2")]),
            try Fixtures.reading("a", "2021-01-02T08:00+08:00", status, [(.permanganateIndex, "20")]),
        ]
        #expect(PeriodMeans(of: readings)[.permanganateIndex] == Rational(2))
    }

    /// A10: 0.025L enters a mean as 0.0125; with 0.03 and 0.05 that makes 0.0925/3.
    @Test func valuesBelowTheLimitEnterAsHalf() throws {
        let readings = try ["0.025L", "0.03", "0.05"].enumerated().map { day, value in
            try Fixtures.reading("a", "2021-01-0\(day + 1)T08:00+08:00", .normal, [(.ammoniaNitrogen, value)])
        }
        #expect(PeriodMeans(of: readings)[.ammoniaNitrogen]?.text == "37/1200")
    }

    /// The mean of a year is that of its months, however many readings each has: (2 + 8) / 2, not (2 + 8 + 8) / 3.
    @Test func yearIsTheMeanOfItsMonths() throws {
        let january = PeriodMeans(of: [
            try Fixtures.reading("a", "2021-01-01T08:00+08:00", .normal, [(.permanganateIndex, "2")])
        ])
        let february = PeriodMeans(
            of: try (1...2).map {
                try Fixtures.reading(
                    "a", "2021-02-0\($0)T08:00+08:00", .normal, [(.permanganateIndex, "8"), (.copper, "0.02")])
            })
        let year = PeriodMeans(averaging: [january, february, PeriodMeans(of: [])])
        #expect(year[.permanganateIndex] == Rational(5))
        #expect(year[.copper]?.text == "0.02")
        #expect(year.means.map(\.count) == [2, 1])
    }

    private static func section(_ codmn: String) throws -> PeriodMeans {
        PeriodMeans(of: [
            try Fixtures.reading("a", "2021-01-01T08:00+08:00", .normal, [(.permanganateIndex, codmn)])
        ])
    }

    /// A11, 环办〔2011〕22号: ten sections. The figures are the numbers of sections of Ⅰ–Ⅲ and of 劣Ⅴ.
    @Test(arguments: [
        (8, 1, "良好"), (7, 2, "中度污染"), (7, 1, "轻度污染"), (9, 1, "优"), (10, 0, "优"), (8, 2, "良好"),
        (7, 3, "中度污染"), (6, 4, "重度污染"), (0, 3, "中度污染"), (0, 4, "重度污染"), (0, 0, "轻度污染"), (0, 10, "重度污染"),
    ])
    func sharesOfTenSections(_ good: Int, _ worst: Int, _ grade: String) throws {
        let classes =
            Array(repeating: WaterClass.iii, count: good) + Array(repeating: .worseThanV, count: worst)
            + Array(repeating: .iv, count: 10 - good - worst)
        let evaluation = try #require(BasinEvaluation(classes: classes))
        #expect(evaluation.grade.name.zh == grade)
        guard case .shares(let shares) = evaluation.basis else {
            Issue.record("not judged by shares")
            return
        }
        #expect(shares.counts == [0, 0, good, 10 - good - worst, 0, worst])
        #expect(shares.share(of: .i ... .iii) == Rational(good) / Rational(10))
    }

    /// Exactly at the borders: 75 % of 4n sections are good, 90 % of 20 excellent, 20 % and 40 % of five.
    @Test(arguments: [
        (15, 20, 0, "良好"), (14, 20, 0, "轻度污染"), (18, 20, 0, "优"), (17, 20, 0, "良好"), (3, 5, 1, "中度污染"),
        (3, 5, 2, "重度污染"), (3, 5, 0, "轻度污染"),
    ])
    func borders(_ good: Int, _ total: Int, _ worst: Int, _ grade: String) throws {
        let classes =
            Array(repeating: WaterClass.i, count: good) + Array(repeating: .worseThanV, count: worst)
            + Array(repeating: .v, count: total - good - worst)
        #expect(try #require(BasinEvaluation(classes: classes)).grade.name.zh == grade)
    }

    /// Four sections: mean per item, then the single factor. (2 + 2 + 2 + 26) / 4 = 8, class Ⅳ, though three of
    /// the four are Ⅰ; of five sections the shares count.
    @Test func fewSectionsAreJudgedByTheirMean() throws {
        let four = try ["2", "2", "2", "26"].map(Self.section)
        let few = try #require(BasinEvaluation(four, bodyType: .river))
        guard case .means(let classification) = few.basis else {
            Issue.record("not judged by means")
            return
        }
        #expect(classification.waterClass == .iv)
        #expect(few.grade == .lightlyPolluted)
        let five = try #require(BasinEvaluation(four + [try Self.section("2")], bodyType: .river))
        #expect(five.grade == .good)
        let withSilent = try #require(BasinEvaluation(four + [PeriodMeans(of: [])], bodyType: .river))
        #expect(withSilent == few, "a section without data does not count")
        #expect(BasinEvaluation([], bodyType: .river) == nil)
        #expect(BasinEvaluation(classes: [.i, .i, .i, .i]) == nil)
    }

    @Test func gradeOfOneClass() {
        #expect(WaterClass.allCases.map { QualityGrade($0).name.zh } == ["优", "优", "良好", "轻度污染", "中度污染", "重度污染"])
        #expect(QualityGrade.allCases.sorted() == QualityGrade.allCases)
    }
}
