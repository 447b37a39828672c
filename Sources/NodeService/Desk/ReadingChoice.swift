import Compensation
import Federation
import Presentation

/// What is offered where a reading of a section is chosen to be corrected.
struct ReadingChoice {
    /// Time of the newest reading, such as `2021-04-01 08:00`.
    let newest: String
    /// Each once, sorted.
    let sources: [String]

    /// Of one period, or of all times; `nil`: there is no reading.
    init?(_ docket: Docket, _ section: SectionEntry, in period: Period? = nil) {
        let rows = ExportTable.readings(docket, .zh, of: section.section, in: period).rows
        guard let last = rows.last else { return nil }
        newest = CorrectionSheet.time(of: last)
        sources = rows.map(CorrectionSheet.source(of:)).sorted().reduce(into: []) { known, source in
            if known.last.map({ !$0.sameBytes(as: source) }) ?? true { known.append(source) }
        }
    }
}
