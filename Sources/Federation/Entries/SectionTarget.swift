public import Compensation

/// The class that a section has to reach from a period on 水质考核目标, until the next target begins.
public struct SectionTarget: Hashable, Sendable {
    public let from: Period
    public let quality: WaterClass

    public init(from: Period, quality: WaterClass) {
        self.from = from
        self.quality = quality
    }

    init(json: JSONValue, path: String) throws(EntryProblem) {
        var fields = try FieldReader(json, path: path)
        from = try fields.parsed("from") { Period($0) }
        quality = try fields.parsed("class") { WaterClass(symbol: $0) }
        try fields.finish()
    }

    var json: JSONValue { .members([("from", .string(from.text)), ("class", .string(quality.symbol))]) }
}
