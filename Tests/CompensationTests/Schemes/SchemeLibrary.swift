import Compensation
import Foundation
import Testing

/// The mechanisms in `schemes/`, settled with inputs written as short texts so that a person can compare
/// a test with the case it stands for.
enum SchemeLibrary {
    /// `赤水河-云贵川-第一轮` is `schemes/赤水河-云贵川-第一轮.md`.
    static func load(_ name: String, from file: String = #filePath) throws -> Scheme {
        try Scheme.load([UInt8](text(name, from: file).utf8)).get()
    }

    /// The scheme as it would be if the parties wrote `change` instead of `original`, which must stand there once.
    static func load(_ name: String, replacing original: String, by change: String) throws
        -> Result<Scheme, SchemeProblems>
    {
        let parts = try text(name).components(separatedBy: original)
        try #require(parts.count == 2, "\(original) stands \(parts.count - 1) times in \(name)")
        return Scheme.load([UInt8](parts.joined(separator: change).utf8))
    }

    private static func text(_ name: String, from file: String = #filePath) throws -> String {
        var folder = URL(fileURLWithPath: file)
        for _ in 0..<4 { folder.deleteLastPathComponent() }
        return try String(contentsOf: folder.appendingPathComponent("schemes/\(name).md"), encoding: .utf8)
    }

    /// One reading whose values are the means wanted: `means("430000-liye", "2022-04", "codmn 2.1, tp 0.05")`.
    /// The period is a month, or a day.
    static func means(
        _ section: String, _ period: String, _ values: String, _ status: ReadingStatus = .normal
    ) throws -> Reading {
        let day = period.utf8.count == 7 ? "\(period)-15" : period
        return try reading(section, "\(day)T12:00+08:00", values, status)
    }

    /// A reading whose only value is the largest permanganate index that GB 3838-2002 table 1 admits in the class,
    /// or one above the limit of Ⅴ.
    static func classed(_ section: String, _ period: String, _ grade: String) throws -> Reading {
        let limits = ["Ⅰ": "2", "Ⅱ": "4", "Ⅲ": "6", "Ⅳ": "10", "Ⅴ": "15", "劣Ⅴ": "15.1"]
        return try means(section, period, "codmn \(try #require(limits[grade], "\(grade)"))")
    }

    /// A reading at an exact time; values by indicator code.
    static func reading(
        _ section: String, _ time: String, _ values: String, _ status: ReadingStatus = .normal
    ) throws -> Reading {
        let entries = try values.components(separatedBy: ", ").map { entry in
            let words = entry.components(separatedBy: " ")
            try #require(words.count == 2, "\(entry)")
            return IndicatorValue(indicator(words[0]), try #require(MeasuredValue(words[1]), "\(entry)"))
        }
        let id = try #require(SectionID(section), "\(section)")
        let moment = try #require(CivilTime(text: time), "\(time)")
        return try #require(Reading(section: id, time: moment, status: status, values: entries))
    }

    /// Identity is the code, so that indicators which only a scheme defines can be supplied too.
    private static func indicator(_ code: String) -> Indicator {
        Indicator(code: code)
            ?? Indicator(code: code, symbol: code, name: Bilingual(zh: code, en: code), unit: "", decimals: 3)
    }

    /// One entry for each month of a year: `months(2022, …)` gives January the first.
    static func months(_ year: Int, _ entries: [String]) -> [(month: String, entry: String)] {
        entries.enumerated().map { index, entry in
            ("\(year)-\(index < 9 ? "0" : "")\(index + 1)", entry)
        }
    }

    /// `单价 = 1.5 万元/t` or `断面类别(里耶镇, 2021-04) = Ⅲ`.
    static func supplied(_ line: String) throws -> SuppliedValue {
        let sides = line.components(separatedBy: " = ")
        try #require(sides.count == 2, "\(line)")
        guard sides[0].hasSuffix(")"), let bracket = sides[0].firstIndex(of: "(") else {
            return SuppliedValue(name: sides[0], arguments: [], value: sides[1])
        }
        let arguments = sides[0][sides[0].index(after: bracket)...].dropLast()
        return SuppliedValue(
            name: String(sides[0][..<bracket]), arguments: arguments.components(separatedBy: ", "), value: sides[1])
    }

    static func outcome(
        _ scheme: Scheme, _ period: String, readings: [Reading] = [], supplied lines: [String] = []
    ) throws -> SettlementOutcome {
        let wanted = try #require(Period(period), "\(period)")
        return scheme.settle(period: wanted, readings: readings, supplied: try lines.map(supplied))
    }

    static func settled(
        _ scheme: Scheme, _ period: String, readings: [Reading] = [], supplied lines: [String] = []
    ) throws -> Settlement {
        switch try outcome(scheme, period, readings: readings, supplied: lines) {
        case .settled(let settlement): return settlement
        case .notComputable(let obstacle): throw Unsettled(obstacle: obstacle)
        }
    }

    struct Unsettled: Error {
        let obstacle: SettlementObstacle
    }

    /// The code of the obstacle; nil where the period is settled after all.
    static func obstacle(
        _ scheme: Scheme, _ period: String, readings: [Reading] = [], supplied lines: [String] = []
    ) throws -> String? {
        switch try outcome(scheme, period, readings: readings, supplied: lines) {
        case .settled: return nil
        case .notComputable(let obstacle): return obstacle.code
        }
    }

    /// `520000 → 530000: 2000`, in 万元, in the order of the scheme.
    static func transfers(
        _ scheme: Scheme, _ period: String, readings: [Reading] = [], supplied lines: [String] = []
    ) throws -> [String] {
        try settled(scheme, period, readings: readings, supplied: lines).texts
    }
}

extension Settlement {
    /// `520000 → 530000: 2000`, in 万元, in the order of the scheme.
    var texts: [String] {
        transfers.map { "\($0.payer.text) → \($0.payee.text): \($0.amount.formattedWanYuan)" }
    }

    /// The exact value of the step with this name, such as `月类别(里耶镇, 2021-04)`.
    func value(of step: String) throws -> String {
        try #require(steps.first { $0.name.utf8.elementsEqual(step.utf8) }, "\(step)").value
    }
}
