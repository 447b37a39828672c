import Compensation
import Federation
import Testing
import TransparencyLog

/// Published yearly payments of agreements that are settled by the month come out of their clearings.
@Suite struct PublishedPaymentsTests {
    /// 酉水 2019, 2020 and 2022: 4.8 million a year, every month class Ⅲ or better. 渌水: 6 million for the second half of
    /// 2019, and 12 million for 2020 with seven months Ⅱ and five Ⅲ.
    @Test(
        arguments: [
            ("schemes/酉水-重庆-湖南.md", "430000-liye", "2019", 1, 12, "430000 500000 480000000"),
            ("schemes/酉水-重庆-湖南.md", "430000-liye", "2022", 1, 12, "430000 500000 480000000"),
            ("schemes/渌水-江西-湖南.md", "360000-jinyushi", "2019", 7, 12, "430000 360000 600000000"),
            ("schemes/渌水-江西-湖南.md", "360000-jinyushi", "2020", 1, 7, "430000 360000 1200000000"),
        ])
    func comesOutOfTheClearing(
        _ scheme: String, _ section: String, _ year: String, _ first: Int, _ lastOfTwo: Int, _ transfer: String
    ) throws {
        let text = String(decoding: try Repository.bytes(scheme), as: UTF8.self)
        var world = try MoneyWorld(text, at: "2019-01-05T09:00:00+08:00")
        for month in first...12 {
            let name = month < 10 ? "0\(month)" : "\(month)"
            try world.read(section, "\(year)-\(name)-15", codmn: month <= lastOfTwo ? "3" : "5")
        }
        let next = (Int(year) ?? 0) + 1
        try world.settle(at: "\(next)-02-01T09:00:00+08:00")
        try world.clear(year)
        let found = try world.clearing(year)
        #expect(found.records.map(\.standing) == [.stands] && found.isComplete)
        #expect(MoneyWorld.lines(found.claims.map(\.transfer)) == [transfer])
    }
}
