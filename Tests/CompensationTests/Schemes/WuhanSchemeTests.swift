import Compensation
import Testing

/// B10: the index of a section against the control of its bank, every two months.
@Suite struct WuhanSchemeTests {
    /// The control is at half of every class Ⅲ limit; the section's index changes as its four values do.
    @Test(arguments: [
        ("cod 10, codmn 3, nh3n 0.5, tp 0.1", "420100 → 420103: 50"),
        ("cod 9, codmn 2.7, nh3n 0.45, tp 0.09", "420100 → 420103: 50"),
        ("cod 8.9, codmn 2.67, nh3n 0.445, tp 0.089", "420100 → 420103: 100"),
        ("cod 10.1, codmn 3, nh3n 0.5, tp 0.1", "420103 → 420100: 100"),
        ("cod 11, codmn 3.3, nh3n 0.55, tp 0.11", "420103 → 420100: 100"),
        ("cod 11.1, codmn 3.33, nh3n 0.555, tp 0.111", "420103 → 420100: 200"),
        ("cod 10, codmn 3, nh3n 0.5", ""),
    ])
    func changeAgainstTheControl(_ values: String, _ expected: String) throws {
        let readings = try [
            SchemeLibrary.means("420100-shuihong", "2018-01", "cod 10, codmn 3, nh3n 0.5, tp 0.1"),
            SchemeLibrary.means("420100-wuhanguan", "2018-01", values),
        ]
        #expect(
            try SchemeLibrary.transfers(
                SchemeLibrary.load("湖北-武汉-长江跨区断面"), "2018-B1", readings: readings, supplied: ["降类加扣 = 0 万元"])
                == (expected.isEmpty ? [] : [expected]))
    }

    /// Each bank has its own control.
    @Test func withoutItsControlASectionIsNotJudged() throws {
        let readings = try [
            SchemeLibrary.means("420100-wangjiawan", "2018-01", "cod 10, codmn 3, nh3n 0.5, tp 0.1"),
            SchemeLibrary.means("420100-wuhanguan", "2018-01", "cod 10, codmn 3, nh3n 0.5, tp 0.1"),
            SchemeLibrary.means("420100-yangsi", "2018-01", "cod 10, codmn 3, nh3n 0.5, tp 0.1"),
        ]
        #expect(
            try SchemeLibrary.transfers(
                SchemeLibrary.load("湖北-武汉-长江跨区断面"), "2018-B1", readings: readings, supplied: ["降类加扣 = 0 万元"])
                == ["420100 → 420115: 50"])
    }
}
