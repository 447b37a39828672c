public import Compensation
public import Federation

/// A reading as it stands now, with the section that it is of: one row of an export.
public struct ExportedReading: Sendable {
    let section: SectionEntry
    let version: ReadingVersion
}

extension ExportedReading {
    /// Those of all sections and sources, in order of section and time.
    /// - Parameters:
    ///   - section: only its readings.
    ///   - period: only those of it.
    ///   - span: only those in it.
    ///   - channels: only what was said there.
    public static func all(
        _ docket: Docket, of section: SectionID? = nil, in period: Period? = nil,
        within span: ExportSpan = ExportSpan(),
        channels: [ChannelName]? = nil
    ) -> [ExportedReading] {
        let view = RecordView(of: docket, in: channels)
        return docket.sections.sections.filter { section == nil || $0.section == section }.flatMap { section in
            docket.readings.readings(of: section.section, in: period, view: view).versions
                .filter { span.contains($0.content.time) }
                .map { ExportedReading(section: section, version: $0) }
        }
    }
}
