import Compensation
import Testing

/// One scheme with a period, readings and supplied values, as Tests/SecondOpinion/generate.py writes it.
struct OpinionJob: Codable {
    let scheme: String
    let period: String
    let readings: [Row]
    let supplied: [Supplied]

    struct Row: Codable {
        let section: String
        let time: String
        let status: String
        let values: [String: String]
    }

    struct Supplied: Codable {
        let name: String
        let arguments: [String]
        let value: String
    }

    init(scheme: String, period: Period, readings: [Reading], supplied: [SuppliedValue]) {
        self.scheme = scheme
        self.period = period.text
        self.readings = readings.map { reading in
            Row(
                section: reading.section.text,
                time: String(reading.time.text.prefix(16)).replacing("T", with: " "), status: reading.status.rawValue,
                values: Dictionary(
                    uniqueKeysWithValues: reading.values.map { ($0.indicator.code, $0.value.text) }))
        }
        self.supplied = supplied.map { Supplied(name: $0.name, arguments: $0.arguments, value: $0.value) }
    }

    /// What the library makes of the job.
    func settled() throws -> Opinion {
        switch Scheme.load(Array(scheme.utf8)) {
        case .failure(let problems):
            return Opinion(refusedFor: problems.all.map(\.code))
        case .success(let scheme):
            return Opinion(
                scheme.settle(
                    period: try #require(Period(period)),
                    readings: try readings.map { try Self.reading($0, of: scheme) },
                    supplied: supplied.map {
                        SuppliedValue(name: $0.name, arguments: $0.arguments, value: $0.value)
                    }))
        }
    }

    private static func reading(_ row: Row, of scheme: Scheme) throws -> Reading {
        let values = try row.values.map { code, text in
            let own = scheme.ownIndicators.first { $0.code == code }
            return IndicatorValue(
                try #require(own ?? Indicator(code: code)), try #require(MeasuredValue(text), "\(text)"))
        }
        let section = try #require(SectionID(row.section))
        let time = try #require(CivilTime(text: row.time.replacing(" ", with: "T") + "+08:00"))
        let status = try #require(ReadingStatus(rawValue: row.status))
        return try #require(Reading(section: section, time: time, status: status, values: values))
    }
}
