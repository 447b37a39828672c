import Compensation
import Foundation
import Testing

/// What several tests need.
enum Fixtures {
    /// A file of the repository, by its path from the package root.
    static func bytes(_ path: String, from file: String = #filePath) throws -> [UInt8] {
        let root = URL(fileURLWithPath: file).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        return [UInt8](try Data(contentsOf: root.appendingPathComponent(path)))
    }

    /// All files of the library, in the order of their names.
    static func schemes(from file: String = #filePath) throws -> [[UInt8]] {
        let root = URL(fileURLWithPath: file).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        return try FileManager.default.contentsOfDirectory(atPath: root.appendingPathComponent("schemes").path)
            .filter { $0.hasSuffix(".md") && $0 != "README.md" }
            .sorted()
            .map { try bytes("schemes/\($0)") }
    }

    static func youshui() throws -> Scheme {
        try Scheme.load(bytes("schemes/酉水-重庆-湖南.md")).get()
    }

    static func decimal(_ text: String) throws -> ExactDecimal {
        try #require(ExactDecimal(text), "\(text)")
    }

    static func measured(_ text: String) throws -> MeasuredValue {
        try #require(MeasuredValue(text), "\(text)")
    }

    static func values(_ entries: [(Indicator, String)]) throws -> [IndicatorValue] {
        try entries.map { IndicatorValue($0.0, try measured($0.1)) }
    }

    static func reading(
        _ section: String, _ time: String, _ status: ReadingStatus = .normal, _ entries: [(Indicator, String)]
    ) throws -> Reading {
        let id = try #require(SectionID(section))
        let moment = try #require(CivilTime(text: time), "\(time)")
        return try #require(Reading(section: id, time: moment, status: status, values: try values(entries)))
    }
}
