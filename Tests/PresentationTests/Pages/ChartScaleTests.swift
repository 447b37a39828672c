import Compensation
import Testing

@testable import Presentation

/// Axes that begin at zero, end above the largest value and have few, round steps.
@Suite("The scale of a chart")
struct ChartScaleTests {
    @Test(
        "Ticks",
        arguments: [
            ([3, 7], ["0", "2", "4", "6", "8"]), ([13], ["0", "5", "10", "15"]), ([], ["0", "1"]),
            ([100], ["0", "20", "40", "60", "80", "100"]), ([0], ["0", "1"]),
        ] as [([Int], [String])])
    func ticks(values: [Int], labels: [String]) {
        #expect(ChartScale(values: values.map { Rational($0) }, height: 100).ticks.map(\.label) == labels)
    }

    @Test("Small values keep their digits")
    func small() throws {
        func number(_ text: String) throws -> Rational { try #require(ExactDecimal(text)).rational }
        let scale = ChartScale(values: [try number("0.134")], height: 100)
        #expect(scale.ticks.map(\.label) == ["0", "0.05", "0.1", "0.15"])
        #expect(scale.place(of: try number("0.075")) == 50)
        #expect(scale.place(of: .zero) == 0)
    }
}
