import Compensation
import Federation

/// What the logs say about the readings of one source, as far as a new file has to agree with it.
///
/// Everything recorded so far counts, corrections included, endorsed or not.
struct KnownReadings {
    private let docket: Docket
    private let source: String
    private let everything: RecordView
    private let asFirstRecorded: RecordView
    /// Where the logs contradict each other, the own record is the one this node may correct.
    private let own: RecordView
    private let corrected: [ReadingPlace: [ReadingContent]]

    init(_ docket: Docket, node: NodeName, source: String) {
        self.docket = docket
        self.source = source
        let corrections = docket.readings.correctionRecords.map(\.record)
        everything = RecordView(cut: docket.heads, correctionsNotApplied: [])
        asFirstRecorded = RecordView(cut: docket.heads, correctionsNotApplied: corrections.map(\.reference))
        own = RecordView(cut: docket.heads.filter { $0.log.node == node }, correctionsNotApplied: [])
        var corrected: [ReadingPlace: [ReadingContent]] = [:]
        for correction in corrections.map(\.body) where Array(correction.source.utf8) == Array(source.utf8) {
            for row in correction.rows {
                let place = ReadingPlace(section: correction.section, time: row.old.time)
                corrected[place, default: []] += [row.old, row.new]
            }
        }
        self.corrected = corrected
    }

    /// The record as it stands; `nil` where nothing is recorded.
    func current(_ place: ReadingPlace) -> ReadingContent? { content(place, everything) ?? content(place, own) }

    /// Every version the record has gone through.
    func versions(_ place: ReadingPlace) -> [ReadingContent] {
        [everything, own, asFirstRecorded].compactMap { content(place, $0) } + corrected[place, default: []]
    }

    /// The entry that recorded it first, preferably an own one; `nil` where nothing is recorded.
    func entry(_ place: ReadingPlace) -> EntryReference? {
        [own, everything].lazy.compactMap { version(place, $0)?.history.first }.first
    }

    private func version(_ place: ReadingPlace, _ view: RecordView) -> ReadingVersion? {
        docket.readings.content(of: place.section, source: source, at: place.time, view: view)
    }

    private func content(_ place: ReadingPlace, _ view: RecordView) -> ReadingContent? {
        version(place, view)?.content
    }
}
