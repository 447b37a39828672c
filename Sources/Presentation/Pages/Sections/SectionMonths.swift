public import Compensation
public import Federation

/// The months of which readings of a section can be shown.
public struct SectionMonths: Sendable {
    /// In order, each once.
    public let months: [Period]

    public init(_ section: SectionID, docket: Docket, channels: [ChannelName]) {
        let found = docket.readings.readings(of: section, in: nil, view: RecordView(of: docket, in: channels))
        var months: [Period] = []
        for version in found.versions where months.last.map({ !$0.contains(version.content.time) }) ?? true {
            if let month = PeriodKind.month.period(containing: version.content.time) { months.append(month) }
        }
        self.months = months
    }
}
