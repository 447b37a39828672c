import Compensation
import Foundation
import Testing

/// What several tests need.
enum Fixtures {
    private static var root: URL {
        URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    }

    /// A file of the repository, by its path from the package root.
    static func bytes(_ path: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: root.appending(path: path)))
    }

    /// All files of the library, in the order of their names.
    static func schemes() throws -> [[UInt8]] {
        try FileManager.default.contentsOfDirectory(atPath: root.appending(path: "schemes").path)
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
