import Compensation
import Testing
@Test func zzdump() throws {
    guard case .settled(let s) = try Fixtures.youshui().settle(period: Period("2021-04")!, readings: try LiyeReadings.all()) else { return }
    for x in s.steps { print("@@", x.name, "|", x.label, "|", x.article, "|", x.line, "|", x.arithmetic, "|", x.value, "|", x.display) }
    print("@@", s.inputs.map { "\($0.reading.time.text) \($0.note.rawValue)" }.joined(separator: "; "))
    let p = SchemeProblemTests.problems(["# 第一条","```tongzhou","let 甲 \"a\" = 40 万圆","```"])
    for x in p { print("@@", x.line, x.column, x.code, x.article, x.message.zh, x.message.en) }
}
