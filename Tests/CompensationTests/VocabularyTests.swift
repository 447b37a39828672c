import BigInt
import Compensation
import Testing

/// The small types that everything else is written with.
@Suite struct VocabularyTests {
    @Test(arguments: ["0", "40", "-1.50", "0.05", "123456789012345678", "0.000000000000000001", "-0"])
    func decimalsAreKeptAsWritten(_ text: String) {
        #expect(ExactDecimal(text)?.text == text)
    }

    @Test(arguments: [
        "", "-", ".", "1.", ".5", "+1", "01", "00", "-01.5", "1e5", "1,000", " 1", "1 ", "１", "1.2.3",
        "1234567890123456789", "0.0000000000000000001", "--1",
    ])
    func otherFormsAreNoDecimals(_ text: String) {
        #expect(ExactDecimal(text) == nil)
    }

    @Test func decimalsCompareByValue() throws {
        #expect(try Fixtures.decimal("1.50") == Fixtures.decimal("1.5"))
        #expect(try Fixtures.decimal("-0.0") == Fixtures.decimal("0"))
        #expect(try Fixtures.decimal("-2") < Fixtures.decimal("-1.99"))
        #expect(try Fixtures.decimal("9.99") < Fixtures.decimal("10"))
        #expect(Set([try Fixtures.decimal("1.50"), try Fixtures.decimal("1.5")]).count == 1)
    }

    /// Unix times from `date -u -d '<time>' +%s`, divided by 60.
    @Test(arguments: [
        ("1970-01-01T08:00+08:00", Int64(0)), ("2021-04-02T08:00+08:00", 26_955_360),
        ("2000-02-29T23:59+08:00", 15_863_999), ("1900-01-01T00:00+08:00", -36_816_960),
        ("9999-12-31T23:59+08:00", 4_223_371_199),
    ])
    func timesAreMinutesSinceTheEpoch(_ text: String, _ minutes: Int64) throws {
        #expect(CivilTime(text: text)?.minutesSinceEpoch == minutes)
        #expect(CivilTime(minutesSinceEpoch: minutes)?.text == text)
    }

    @Test(arguments: [
        "2021-02-29T08:00+08:00", "1900-02-29T00:00+08:00", "2021-04-31T08:00+08:00", "2021-13-01T08:00+08:00",
        "2021-00-01T08:00+08:00", "2021-04-00T08:00+08:00", "2021-04-02T24:00+08:00", "2021-04-02T08:60+08:00",
        "2021-04-02T08:00Z", "2021-04-02T08:00+09:00", "2021-04-02 08:00+08:00", "2021-4-2T08:00+08:00",
        "2021-04-02T08:00:00+08:00", "04-02 16:00", "", "1899-12-31T23:59+08:00",
    ])
    func otherTimesAreRefused(_ text: String) {
        #expect(CivilTime(text: text) == nil)
    }

    @Test func timesBeyondTheCalendarAreRefused() {
        for minutes in [Int64.min, Int64.max, -36_816_961, 4_223_371_200] {
            #expect(CivilTime(minutesSinceEpoch: minutes) == nil)
        }
    }

    @Test func monthsAreHalfOpen() throws {
        let month = try #require(Period("2021-04"))
        #expect(month.start.text == "2021-04-01T00:00+08:00")
        #expect(month.end.text == "2021-05-01T00:00+08:00")
        #expect(month.contains(month.start))
        #expect(!month.contains(month.end))
        #expect(Period("2020-12")?.end == Period("2021-01")?.start)
        #expect(try #require(Period("2020-12")) < month)
    }

    @Test(arguments: ["2021-13", "2021-00", "2021-4", "21-04", "+021-04", "1899-12", "9999-12"])
    func otherPeriodsAreRefused(_ text: String) {
        #expect(Period(text) == nil)
    }

    @Test func identifiers() {
        #expect(PartyCode("500000")?.text == "500000")
        for text in ["50000", "5000000", "050000", "50000a", "５０００００", ""] {
            #expect(PartyCode(text) == nil, "\(text)")
        }
        #expect(SectionID("430000-liye")?.text == "430000-liye")
        #expect(SectionID("里耶镇")?.text == "里耶镇")
        for text in ["", "a b", "a\u{202E}b", "a\nb", "\u{3000}", String(repeating: "a", count: 65)] {
            #expect(SectionID(text) == nil, "\(text)")
        }
        // é as one and as two scalars: equal for String, two identifiers here.
        #expect(SectionID("\u{E9}") != SectionID("e\u{301}"))
    }

    @Test(arguments: [
        ("40", "40000000", "400,000.00", "40"), ("0.0001", "100", "1.00", "0.0001"),
        ("-878.3", "-878300000", "-8,783,000.00", "-878.3"), ("149.0987", "149098700", "1,490,987.00", "149.0987"),
        ("0", "0", "0.00", "0"), ("0.000005", "5", "0.05", "0.000005"),
    ])
    func moneyFromWanYuan(_ wanYuan: String, _ fen: String, _ yuan: String, _ back: String) throws {
        let amount = try #require(Fen(wanYuan: try Fixtures.decimal(wanYuan).rational))
        #expect(amount.text == fen)
        #expect(amount.formattedYuan == yuan)
        #expect(amount.formattedWanYuan == back)
    }

    @Test func moneyIsNeitherRoundedNorOverflown() throws {
        #expect(Fen(wanYuan: try Fixtures.decimal("0.0000001").rational) == nil)
        #expect(Fen(yuan: try #require(Rational(1, over: 3))) == nil)
        #expect(Fen(yuan: Rational(BigInt(10).power(30))) == nil)
        #expect(Fen(.max).adding(Fen(1)) == nil)
        #expect(Fen(.min).subtracting(Fen(1)) == nil)
        #expect(Fen.sum([Fen(.max), Fen(1)]) == nil)
        #expect(Fen.sum([Fen(5), Fen(-7)]) == Fen(-2))
        #expect(Fen(.min).formattedYuan == "-92,233,720,368,547,758.08")
    }

    @Test func readingsHoldOneValuePerIndicator() throws {
        let section = try #require(SectionID("a"))
        let time = try #require(CivilTime(text: "2021-04-02T08:00+08:00"))
        let twice = try Fixtures.values([(.pH, "7"), (.pH, "8")])
        #expect(Reading(section: section, time: time, status: .normal, values: twice) == nil)
        let mixed = try Fixtures.values([(.totalPhosphorus, "1"), (.pH, "7"), (.permanganateIndex, "2")])
        let reading = try #require(Reading(section: section, time: time, status: .normal, values: mixed))
        #expect(reading.values.map(\.indicator.code) == ["codmn", "ph", "tp"])
        #expect(reading.value(of: .dissolvedOxygen) == nil)
    }

    @Test func indicatorsAreFoundByCode() {
        for indicator in Indicator.all {
            #expect(Indicator(code: indicator.code) == indicator)
        }
        #expect(Indicator(code: "CODMn") == nil)
        #expect(Indicator.dissolvedOxygen.name(.zh) == "溶解氧")
        #expect(Indicator.dissolvedOxygen.name[.en] == "dissolved oxygen")
    }
}
