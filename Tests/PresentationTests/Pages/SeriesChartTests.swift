import Compensation
import Testing

@testable import Presentation

/// A line is drawn only between values that follow each other; what is missing between them is counted and told.
@Suite("The line of a chart")
struct SeriesChartTests {
    private static func html(_ times: [String], without missing: [Int] = [], _ language: Language) throws -> String {
        let points = try times.enumerated().map { place, time in
            SeriesPoint(
                time: try #require(CivilTime(text: "2021-04-\(time):00+08:00")),
                value: missing.contains(place) ? nil : Rational(3), label: "3 mg/L")
        }
        return SeriesChart(title: "CODMn", unit: "mg/L", points: points, limit: nil).markup(language, id: "c").html
    }

    private static func lines(_ html: String) -> Int { html.ranges(of: "<polyline").count }

    /// A station that measures every four hours: where it is silent for five days nothing is known of them.
    @Test("Five days of silence are a gap")
    func silence() throws {
        let times = ["01T00", "01T04", "01T08", "06T08", "06T12", "06T16"]
        let zh = try Self.html(times, .zh)
        #expect(Self.lines(zh) == 2 && zh.contains("共 6 个值") && zh.contains("空缺 1 处"), "\(zh)")
        #expect(try Self.html(times, .en).contains("1 gap."))
    }

    @Test("Steps of one length, and of at most twice the usual one, are no gap")
    func steady() throws {
        for times in [
            ["01T00", "01T04", "01T08"], ["01T00", "01T04", "01T08", "01T16", "01T20"], ["01T00", "29T00"],
        ] {
            let html = try Self.html(times, .zh)
            #expect(Self.lines(html) == 1 && html.contains("空缺 0 处"), "\(html)")
        }
    }

    @Test("A value that does not count is a gap as before, beside a silence too")
    func both() throws {
        let html = try Self.html(
            ["01T00", "01T04", "01T08", "01T12", "01T16", "01T20", "03T00", "03T04"], without: [2], .zh)
        #expect(Self.lines(html) == 3 && html.contains("共 7 个值") && html.contains("空缺 2 处"), "\(html)")
    }

    /// A drawing is never narrower than the style sheet says, at 16 px to the rem, so that its letters are not smaller.
    @Test("Labels are at least 12 px high however narrow the window, and what does not fit can be reached by keyboard")
    func legible() throws {
        let html = try Self.html(["01T00", "01T04"], .en)
        let drawn = try #require(html.firstMatch(of: /viewBox="0 0 (\d+) \d+"/).flatMap { Int($0.output.1) })
        let sheet = Stylesheet.text
        let least = try #require(
            sheet.firstMatch(of: /\.chart svg \{[^}]*min-width: (\d+)rem;/).flatMap { Int($0.output.1) })
        let letters = try #require(
            sheet.firstMatch(of: /\.chart text \{ font-size: (\d+)px;/).flatMap { Int($0.output.1) })
        #expect(letters * least * 16 >= 12 * drawn)
        #expect(sheet.contains(".chart { overflow-x: auto; }"))
        #expect(html.contains("<figure class=\"chart\" tabindex=\"0\" aria-label=\"CODMn\">"), "\(html)")
    }

    @Test("Nothing and a single value have no line")
    func few() throws {
        #expect(try Self.lines(Self.html([], .zh)) == 0)
        let one = try Self.html(["01T00"], .zh)
        #expect(Self.lines(one) == 0 && one.contains("空缺 0 处"), "\(one)")
    }
}
