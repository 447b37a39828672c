public import Compensation

/// What one section showed at one time, without saying which section: the row of a `readings` entry.
public struct ReadingContent: Sendable {
    public let time: CivilTime
    public let status: ReadingStatus
    /// Sorted by indicator code, values as written by the source.
    public let values: [IndicatorValue]
    /// The class that the source published beside the values; kept as it is, never computed with.
    public let publishedClass: WaterClass?

    public init(time: CivilTime, status: ReadingStatus, values: [IndicatorValue], publishedClass: WaterClass? = nil) {
        self.time = time
        self.status = status
        self.values = values.sorted { $0.indicator < $1.indicator }
        self.publishedClass = publishedClass
    }

    init(json: JSONValue, path: String) throws(EntryProblem) {
        var fields = try FieldReader(json, path: path)
        time = try fields.parsed("time") { CivilTime(text: $0) }
        status = try fields.parsed("status") { ReadingStatus(rawValue: $0) }
        guard case .object(let object) = try fields.value("values") else { throw fields.invalid("values") }
        var values: [IndicatorValue] = []
        for member in object.members {
            guard case .string(let text) = member.value, let value = MeasuredValue(text),
                let indicator = Indicator(code: member.name)
            else { throw EntryProblem(.fieldInvalid, "\(path).values.\(member.name)") }
            values.append(IndicatorValue(indicator, value))
        }
        self.values = values
        publishedClass = try fields.optionalParsed("published_class") { WaterClass(symbol: $0) }
        try fields.finish()
    }

    /// Bytes of the row in an entry.
    public var encodedSize: Int { CanonicalJSON.encode(json).count }

    var json: JSONValue {
        .members([
            ("time", .string(time.text)), ("status", .string(status.rawValue)),
            ("values", .members(values.map { ($0.indicator.code, .string($0.value.text)) })),
            ("published_class", publishedClass.map { .string($0.symbol) }),
        ])
    }

    /// Same time, same status, same values as written. Only these are computed with, so two records that differ in
    /// the published class alone do not contradict each other.
    public func sameMeasurement(as other: ReadingContent) -> Bool {
        time == other.time && status == other.status && values.count == other.values.count
            && zip(values, other.values).allSatisfy {
                $0.indicator.code.sameBytes(as: $1.indicator.code) && $0.value.text.sameBytes(as: $1.value.text)
            }
    }

    /// The same measurement, and no other published class; one of them may be without.
    public func sameContent(as other: ReadingContent) -> Bool {
        sameMeasurement(as: other)
            && (publishedClass == nil || other.publishedClass == nil || publishedClass == other.publishedClass)
    }

    /// This content, with the published class of `other` where it has none itself.
    public func keepingClass(of other: ReadingContent) -> ReadingContent {
        ReadingContent(
            time: time, status: status, values: values, publishedClass: publishedClass ?? other.publishedClass)
    }

    /// The reading of `section` with this content; `nil` when an indicator appears twice.
    public func reading(of section: SectionID) -> Reading? {
        Reading(section: section, time: time, status: status, values: values)
    }
}
