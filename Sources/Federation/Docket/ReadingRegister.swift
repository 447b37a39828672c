public import Compensation

/// All readings and corrections of the logs, found by section and time.
public struct ReadingRegister: Sendable {
    private struct Series: Sendable {
        let section: SectionID
        let source: String
        /// Sorted by time.
        var slots: [ReadingSlot] = []

        func position(of time: CivilTime) -> Int {
            var low = 0
            var high = slots.count
            while low < high {
                let middle = (low + high) / 2
                if slots[middle].time < time { low = middle + 1 } else { high = middle }
            }
            return low
        }

        mutating func withSlot(_ time: CivilTime, _ change: (inout ReadingSlot) -> Void) {
            let position = position(of: time)
            if position == slots.count || slots[position].time != time {
                slots.insert(ReadingSlot(time: time), at: position)
            }
            change(&slots[position])
        }
    }

    /// Sorted by section, then source.
    private var series: [Series] = []
    private var corrections: [EntryRecord<ReadingsCorrectionEntry>] = []
    private var endorsements: [(correction: EntryReference, by: PartyCode, at: EntryReference)] = []
    private var authors: [(log: LogOrigin, party: PartyCode)] = []

    public init() {}

    private mutating func withSeries(_ section: SectionID, _ source: String, _ change: (inout Series) -> Void) {
        let position =
            series.firstIndex { $0.section == section ? !$0.source.precedesInBytes(source) : !($0.section < section) }
            ?? series.count
        if position == series.count || series[position].section != section
            || !series[position].source.sameBytes(as: source)
        {
            series.insert(Series(section: section, source: source), at: position)
        }
        change(&series[position])
    }

    mutating func fold(_ record: EntryRecord<ReadingsEntry>) {
        withSeries(record.body.section, record.body.source) { series in
            for row in record.body.rows {
                series.withSlot(row.time) { $0.add(.init(reference: record.reference, content: row)) }
            }
        }
    }

    mutating func fold(_ record: EntryRecord<ReadingsCorrectionEntry>, by party: PartyCode) {
        corrections.place(record)
        if !authors.contains(where: { $0.log == record.reference.log }) {
            authors.append((record.reference.log, party))
        }
        withSeries(record.body.section, record.body.source) { series in
            for row in record.body.rows {
                series.withSlot(row.old.time) { $0.add(.init(reference: record.reference, change: row)) }
            }
        }
    }

    mutating func fold(_ record: EntryRecord<ReadingsEndorsementEntry>, by party: PartyCode) {
        endorsements.append((record.body.correction, party, record.reference))
    }

    /// Every correction, in canonical order.
    public var correctionRecords: [CorrectionRecord] {
        corrections.compactMap { record in
            guard let author = authors.first(where: { $0.log == record.reference.log })?.party else { return nil }
            var parties: [PartyCode] = []
            for endorsement in endorsements
            where endorsement.correction == record.reference && endorsement.by != author
                && !parties.contains(endorsement.by)
            {
                parties.append(endorsement.by)
            }
            return CorrectionRecord(record: record, author: author, endorsedBy: parties.sorted())
        }
    }

    /// Readings of a section in a period (of all times where it is nil) as `view` has them, sorted by time then source, and what is in conflict.
    public func readings(
        of section: SectionID, in period: Period?, view: RecordView
    ) -> (versions: [ReadingVersion], conflicts: [ReadingConflict]) {
        var versions: [ReadingVersion] = []
        var conflicts: [ReadingConflict] = []
        for series in series where series.section == section {
            let first = period.map { series.position(of: $0.start) } ?? 0
            for slot in series.slots[first...] {
                if let period, !period.contains(slot.time) { break }
                switch slot.resolve(in: view) {
                case .absent: continue
                case .conflict(let first, let second):
                    conflicts.append(.init(section: section, time: slot.time, first: first, second: second))
                case .version(let content, let history):
                    versions.append(
                        .init(section: section, source: series.source, content: content, history: history))
                }
            }
        }
        return (
            versions.sorted {
                $0.content.time == $1.content.time
                    ? $0.source.precedesInBytes($1.source) : $0.content.time < $1.content.time
            },
            conflicts
        )
    }

    /// The current content of one reading, for intake: what would a new record have to agree with?
    public func content(of section: SectionID, source: String, at time: CivilTime, view: RecordView) -> ReadingVersion?
    {
        guard let series = series.first(where: { $0.section == section && $0.source.sameBytes(as: source) }) else {
            return nil
        }
        let position = series.position(of: time)
        guard position < series.slots.count, series.slots[position].time == time,
            case .version(let content, let history) = series.slots[position].resolve(in: view)
        else { return nil }
        return ReadingVersion(section: section, source: source, content: content, history: history)
    }

    /// Times at which anything is recorded for a section, sorted, each once.
    public func times(of section: SectionID) -> [CivilTime] {
        var times: [CivilTime] = []
        for slot in series.filter({ $0.section == section }).flatMap(\.slots).sorted(by: { $0.time < $1.time })
        where times.last != slot.time {
            times.append(slot.time)
        }
        return times
    }
}
