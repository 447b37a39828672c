import Compensation
import TestSupport
import Testing

/// Accounting periods, with Python's `datetime` as the second opinion on the calendar and ISO 8601 weeks.
@Suite struct PeriodTests {
    private static let kinds = PeriodKind.allCases

    private static func period(_ text: String) throws -> Period {
        try #require(Period(text), "\(text)")
    }

    @Test func kindsGoFromShortToLong() {
        #expect(
            Self.kinds.map(\.rawValue) == ["day", "week", "month", "two-months", "quarter", "half-year", "year"])
        #expect(Self.kinds.map(\.name.zh) == ["日", "周", "月", "双月", "季度", "半年", "年"])
    }

    @Test(arguments: [
        ("2021-04-01", "day", "2021-04-01", "2021-04-02"), ("2021-W14", "week", "2021-04-05", "2021-04-12"),
        ("2020-W53", "week", "2020-12-28", "2021-01-04"), ("2024-W01", "week", "2024-01-01", "2024-01-08"),
        ("2021-04", "month", "2021-04-01", "2021-05-01"), ("2021-B2", "two-months", "2021-03-01", "2021-05-01"),
        ("2021-B6", "two-months", "2021-11-01", "2022-01-01"), ("2021-Q2", "quarter", "2021-04-01", "2021-07-01"),
        ("2021-H1", "half-year", "2021-01-01", "2021-07-01"), ("2021", "year", "2021-01-01", "2022-01-01"),
    ])
    func writtenForms(_ text: String, _ kind: String, _ start: String, _ end: String) throws {
        let period = try Self.period(text)
        #expect(period.text == text)
        #expect(period.kind.rawValue == kind)
        #expect(period.start.text == "\(start)T00:00+08:00")
        #expect(period.end.text == "\(end)T00:00+08:00")
        #expect(period.contains(period.start) && !period.contains(period.end))
    }

    @Test(arguments: [
        "2021-W00", "2021-W53", "2020-W54", "2021-W1", "2021-w14", "2021W14", "2021-W14-1", "2021-B0", "2021-B7",
        "2021-B", "2021-B12", "2021-Q0", "2021-Q5", "2021-Q", "2021-q2", "2021-H0", "2021-H3", "2021-02-29",
        "2021-00-01", "2021-01-00", "2021-4-1", "2021-04-01-", "2021-", "-2021", "21", "02021", "２０２１", "1899",
        "9999", "1899-12-31", "9999-01-01", "9999-W01", "9999-Q1", "", "-", "2021--04", "2021-X1",
    ])
    func otherFormsAreRefused(_ text: String) {
        #expect(Period(text) == nil)
    }

    /// Every day of 46 years, and of the years at both ends of what periods reach.
    @Test(arguments: [1900...1903, 1990...2035, 9995...9998])
    func everyDayLiesWherePythonSays(_ years: ClosedRange<Int>) throws {
        let script = """
            import datetime, json, sys
            first, last = json.load(sys.stdin)
            day, rows = datetime.date(first, 1, 1), []
            while day.year <= last:
                iso = day.isocalendar()
                m = day.month - 1
                rows.append([day.isoformat(), f"{iso[0]}-W{iso[1]:02}", f"{day.year}-{day.month:02}",
                    f"{day.year}-B{m // 2 + 1}", f"{day.year}-Q{m // 3 + 1}", f"{day.year}-H{m // 6 + 1}",
                    f"{day.year}", (day - datetime.timedelta(days=iso[2] - 1)).isoformat()])
                day += datetime.timedelta(days=1)
            print(json.dumps(rows))
            """
        let rows = try Python.answer(script, to: [years.lowerBound, years.upperBound], as: [[String]].self)
        #expect(rows.count >= years.count * 365)
        for row in rows {
            let time = try #require(CivilTime(text: "\(row[0])T23:59+08:00"))
            for (kind, text) in zip(Self.kinds, row) where !text.hasPrefix("9999") {
                let period = kind.period(containing: time)
                try #require(period?.text == text)
                try #require(period.map { $0.contains(time) } == true)
                try #require(Period(text) == period)
            }
            let week = PeriodKind.week.period(containing: time)
            try #require(week?.start.text.prefix(10) == row[7][...] || row[1].hasPrefix("9999"))
        }
    }

    @Test func yearsHaveTheWeeksOfPython() throws {
        let script = """
            import datetime, json, sys
            first, last = json.load(sys.stdin)
            print(json.dumps([datetime.date(year, 12, 28).isocalendar()[1] for year in range(first, last + 1)]))
            """
        let counts = try Python.answer(script, to: [1900, 9998], as: [Int].self)
        for (year, count) in zip(1900...9998, counts) {
            let last = Period("\(year)-W\(count)")
            try #require(last?.text == "\(year)-W\(count)")
            try #require(Period("\(year)-W\(count + 1)") == nil)
            try #require(last?.shifted(by: 1, .week)?.text == (year == 9998 ? nil : "\(year + 1)-W01"))
        }
        for (year, count) in zip(1900...2100, counts) {
            try #require(try Self.period("\(year)").periods(of: .week).count == count)
        }
    }

    @Test(arguments: [
        ("2021", PeriodKind.quarter, ["2021-Q1", "2021-Q2", "2021-Q3", "2021-Q4"]),
        ("2021", .halfYear, ["2021-H1", "2021-H2"]),
        ("2021-H2", .twoMonths, ["2021-B4", "2021-B5", "2021-B6"]),
        ("2021-Q1", .month, ["2021-01", "2021-02", "2021-03"]),
        ("2021-Q1", .twoMonths, ["2021-B1"]), ("2021-Q2", .twoMonths, ["2021-B3"]),
        // A week belongs to the month of its Thursday: 29 April and 1 April 2021 were Thursdays.
        ("2021-04", .week, ["2021-W13", "2021-W14", "2021-W15", "2021-W16", "2021-W17"]),
        ("2021-05", .week, ["2021-W18", "2021-W19", "2021-W20", "2021-W21"]),
        (
            "2021-W53", .day, []
        ),
        (
            "2020-W53", .day,
            [
                "2020-12-28", "2020-12-29", "2020-12-30", "2020-12-31", "2021-01-01", "2021-01-02", "2021-01-03",
            ]
        ),
        ("2021-04", .quarter, []), ("2021-04-01", .week, []), ("2021-W14", .month, []), ("2021-B2", .quarter, []),
        ("2021-W14", .week, ["2021-W14"]), ("2021", .year, ["2021"]),
    ])
    func partsOfAPeriod(_ text: String, _ kind: PeriodKind, _ parts: [String]) {
        #expect((Period(text)?.periods(of: kind) ?? []).map(\.text) == parts)
    }

    @Test(
        arguments: [
            ("2021-04-01", PeriodKind.week, "2021-W13"), ("2021-01-01", .week, "2020-W53"),
            ("2021-04-01", .year, "2021"),
            ("2020-W53", .year, "2020"), ("2020-W53", .month, "2020-12"), ("2021-W13", .month, "2021-04"),
            ("2021-W17", .month, "2021-04"), ("2021-W13", .quarter, "2021-Q2"), ("2021-04", .twoMonths, "2021-B2"),
            ("2021-B2", .halfYear, "2021-H1"), ("2021-B3", .quarter, "2021-Q2"), ("2021-B2", .quarter, nil),
            ("2021-B5", .quarter, nil), ("2021-Q3", .halfYear, "2021-H2"), ("2021-H2", .year, "2021"),
            ("2021-04", .month, "2021-04"), ("2021-04", .week, nil), ("2021", .quarter, nil), ("2021-W14", .day, nil),
        ] as [(String, PeriodKind, String?)])
    func longerPeriod(_ text: String, _ kind: PeriodKind, _ expected: String?) throws {
        #expect(try Self.period(text).containing(kind)?.text == expected)
    }

    /// A period is one of the parts of the longer one it lies in, and of no other.
    @Test func partsAndWholeAgree() throws {
        for year in [2019, 2020, 2021, 2024] {
            for (index, kind) in Self.kinds.enumerated() {
                for whole in try Self.period("\(year)").periods(of: kind) {
                    for part in Self.kinds[...index] {
                        let parts = whole.periods(of: part)
                        try #require(parts.allSatisfy { $0.containing(kind) == whole })
                        try #require(parts == parts.sorted())
                        let tiles = part == .week || (part == .twoMonths && kind == .quarter)
                        if !tiles {
                            try #require(parts.first?.start == whole.start && parts.last?.end == whole.end)
                        }
                    }
                }
            }
        }
    }

    @Test(
        arguments: [
            ("2021-04", 1, PeriodKind.month, "2021-05"), ("2021-04", -1, .year, "2020-04"),
            ("2021-04", 1, .quarter, "2021-07"), ("2021-04", -1, .twoMonths, "2021-02"),
            ("2021-12", 1, .halfYear, "2022-06"),
            ("2021-Q1", 3, .month, "2021-Q2"), ("2021-Q1", 1, .quarter, "2021-Q2"), ("2021-Q1", 1, .year, "2022-Q1"),
            ("2021-Q1", -3, .twoMonths, "2020-Q3"), ("2021-Q1", 1, .month, nil), ("2021-Q1", 1, .twoMonths, nil),
            ("2021-B1", 2, .month, "2021-B2"), ("2021-B1", 1, .month, nil), ("2021-B1", 1, .quarter, nil),
            ("2021-B1", 2, .quarter, "2021-B4"), ("2021-H1", -1, .year, "2020-H1"), ("2021", -12, .month, "2020"),
            ("2021", 1, .halfYear, nil), ("2021", 0, .month, "2021"), ("2020-02-29", 1, .day, "2020-03-01"),
            ("2020-02-29", -1, .week, "2020-02-22"), ("2020-02-29", 1, .month, nil), ("2020-02-29", 1, .year, nil),
            ("2020-W53", 1, .week, "2021-W01"), ("2020-W53", 7, .day, nil), ("2020-W53", 1, .month, nil),
            ("2021-04", 1, .day, nil), ("2021-04", 4, .week, nil), ("1900-01", -1, .month, nil),
            ("9998-12", 1, .month, nil), ("9998-12-31", 1, .day, nil), ("2021", Int.max, .year, nil),
            ("2021", .min, .month, nil), ("2021-04-01", .max, .week, nil), ("2021-04-01", .min, .day, nil),
            ("2021-W14", .max, .week, nil),
        ] as [(String, Int, PeriodKind, String?)])
    func shifting(_ text: String, _ count: Int, _ unit: PeriodKind, _ expected: String?) throws {
        let period = try Self.period(text)
        #expect(period.shifted(by: count, unit)?.text == expected)
        if expected != nil { #expect(period.kind.accepts(shiftBy: count, unit)) }
    }

    @Test func whatAShiftAcceptsDependsOnTheKindAlone() throws {
        for text in ["2021-04-01", "2021-W14", "2021-04", "2021-B2", "2021-Q2", "2021-H1", "2021"] {
            let period = try Self.period(text)
            for unit in Self.kinds {
                for count in -24...24 {
                    let moved = period.shifted(by: count, unit)
                    #expect((moved != nil) == period.kind.accepts(shiftBy: count, unit))
                    if let moved { #expect(moved.shifted(by: -count, unit) == period) }
                }
            }
        }
    }

    @Test func daysMoveAsInPython() throws {
        var generator = SeededGenerator(seed: 8601)
        let shifts = (0..<2000).map { _ in
            [Int.random(in: 0..<60_000, using: &generator), Int.random(in: -20_000...20_000, using: &generator)]
        }
        let script = """
            import datetime, json, sys
            start = datetime.date(1960, 1, 1)
            days = lambda count: (start + datetime.timedelta(days=count)).isoformat()
            print(json.dumps([[days(first), days(first + count)] for first, count in json.load(sys.stdin)]))
            """
        let rows = try Python.answer(script, to: shifts, as: [[String]].self)
        for (shift, row) in zip(shifts, rows) {
            try #require(Period(row[0])?.shifted(by: shift[1], .day)?.text == row[1])
        }
    }
}
