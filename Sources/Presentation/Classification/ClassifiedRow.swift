public import Compensation
import Federation

/// One row of a readings file with its classes.
public struct ClassifiedRow: Sendable {
    /// As a spreadsheet shows it.
    public let number: Int
    /// By item, in the order of the items asked for; nil where it was not measured.
    public let items: [WaterClass?]
    /// The worst; nil where nothing was measured.
    public let waterClass: WaterClass?
    /// As the file publishes it; nil where it gives none.
    public let published: WaterClass?
    /// Whether the station reported in normal operation.
    public let isNormal: Bool

    public init(
        number: Int, items: [WaterClass?], waterClass: WaterClass?, published: WaterClass?, isNormal: Bool
    ) {
        self.number = number
        self.items = items
        self.waterClass = waterClass
        self.published = published
        self.isNormal = isNormal
    }

    /// Whether the published class is another than the computed one; nil where one of them is absent.
    public var differs: Bool? {
        guard let waterClass, let published else { return nil }
        return waterClass != published
    }

    func json(_ indicators: [Indicator]) -> JSONValue {
        let classes = zip(indicators, items).map { indicator, found in
            (indicator.code, found.map { JSONValue.string($0.symbol) })
        }
        return .members([
            ("row", .integer(Int64(number))), ("items", .members(classes)),
            ("class", waterClass.map { .string($0.symbol) }), ("published", published.map { .string($0.symbol) }),
            ("differs", differs.map { .bool($0) }), ("normal", .bool(isNormal)),
        ])
    }
}
