public import Compensation

/// All readings and corrections of the logs, found by section and time.
public struct ReadingRegister: Sendable {
    private struct Series: Sendable {
        let section: SectionID
        let source: String
        /// Sorted by time.
        var slots: [ReadingSlot] = []
        /// The entries that recorded readings, in order of place.
        private(set) var entries: [ReadingsSpan] = []

        func position(of time: CivilTime) -> Int {
            var low = 0
            var high = slots.count
            while low < high {
                let middle = (low + high) / 2
                if slots[middle].time < time { low = middle + 1 } else { high = middle }
            }
            return low
        }

        mutating func add(_ span: ReadingsSpan) {
            let before = entries.lastIndex { $0.reference < span.reference }
            entries.insert(span, at: before.map { $0 + 1 } ?? 0)
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
    private var correctionsBySection = Pigeonholes<SectionID, EntryRecord<ReadingsCorrectionEntry>>()
    private var endorsements = Pigeonholes<EntryReference, PartyRecord<ReadingsEndorsementEntry>>()
    private var authors: [(log: LogOrigin, party: PartyCode)] = []

    public init() {}

    private func series(of section: SectionID) -> ArraySlice<Series> {
        series[series.firstPosition { !($0.section < section) }...].prefix { $0.section == section }
    }

    private mutating func withSeries(_ section: SectionID, _ source: String, _ change: (inout Series) -> Void) {
        let position =
            series.firstPosition {
                $0.section == section ? !$0.source.precedesInBytes(source) : !($0.section < section)
            }
        if position == series.count || series[position].section != section
            || !series[position].source.sameBytes(as: source)
        {
            series.insert(Series(section: section, source: source), at: position)
        }
        change(&series[position])
    }

    mutating func fold(_ record: EntryRecord<ReadingsEntry>, by party: PartyCode) {
        withSeries(record.body.section, record.body.source) { series in
            series.add(ReadingsSpan(record, by: party))
            for row in record.body.rows {
                series.withSlot(row.time) { $0.add(.init(reference: record.reference, content: row)) }
            }
        }
    }

    mutating func fold(_ record: EntryRecord<ReadingsCorrectionEntry>, by party: PartyCode) {
        corrections.place(record)
        correctionsBySection.place(record, under: record.body.section)
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
        endorsements.place(PartyRecord(party: party, record: record), under: record.body.subject)
    }

    /// Every correction, in canonical order.
    public var correctionRecords: [CorrectionRecord] { corrections.compactMap(correction) }

    /// Those of one section, in canonical order.
    func correctionRecords(of section: SectionID) -> [CorrectionRecord] {
        correctionsBySection[section].compactMap(correction)
    }

    private func correction(_ record: EntryRecord<ReadingsCorrectionEntry>) -> CorrectionRecord? {
        guard let author = authors.first(where: { $0.log == record.reference.log })?.party else { return nil }
        return CorrectionRecord(
            record: record, author: author, endorsedBy: endorsers(of: record.reference, but: author),
            endorsements: endorsements[record.reference].filter { $0.party != author }.map(\.reference))
    }

    /// What was recorded of a section from one source, entry by entry, in order of place.
    public func records(of section: SectionID, source: String) -> [ReadingsRecord] {
        let spans = series(of: section).first { $0.source.sameBytes(as: source) }?.entries ?? []
        return spans.map { span in
            ReadingsRecord(
                section: section, source: source, span: span,
                endorsedBy: endorsers(of: span.reference, but: span.author))
        }
    }

    /// What was recorded of a section, sorted by source, then place.
    func spans(of section: SectionID) -> [(source: String, span: ReadingsSpan)] {
        series(of: section).flatMap { series in series.entries.map { (series.source, $0) } }
    }

    /// Sorted, each once, without the author.
    private func endorsers(of subject: EntryReference, but author: PartyCode) -> [PartyCode] {
        var parties: [PartyCode] = []
        for endorsement in endorsements[subject]
        where endorsement.party != author && !parties.contains(endorsement.party) {
            parties.append(endorsement.party)
        }
        return parties.sorted()
    }

    /// The sources that have said anything about a section, sorted.
    public func sources(of section: SectionID) -> [String] {
        series(of: section).filter { !$0.slots.isEmpty }.map(\.source)
    }

    /// Readings of a section in a period (of all times where it is nil) as `view` has them, sorted by time then
    /// source, and what is in conflict. Where `authority` names sources, only these count, at each time the first
    /// that has a reading.
    public func readings(
        of section: SectionID, in period: Period?, view: RecordView, authority: [SourceAuthority] = []
    ) -> (versions: [ReadingVersion], conflicts: [ReadingConflict]) {
        var found: [Found] = []
        for series in series(of: section) {
            let rank = authority.firstIndex { $0.source.sameBytes(as: series.source) }
            guard authority.isEmpty || rank != nil else { continue }
            let needsEndorsement = rank.map { authority[$0].needsEndorsement } ?? false
            let first = period.map { series.position(of: $0.start) } ?? 0
            for slot in series.slots[first...] {
                if let period, !period.contains(slot.time) { break }
                let resolution = slot.resolve(in: view, leavingOut: needsEndorsement)
                if case .absent = resolution { continue }
                found.append(Found(time: slot.time, rank: rank ?? 0, source: series.source, resolution: resolution))
            }
        }
        found.sort(by: Found.precedes)
        var versions: [ReadingVersion] = []
        var conflicts: [ReadingConflict] = []
        for (position, item) in found.enumerated() {
            let isSecond = position > 0 && found[position - 1].time == item.time
            if isSecond, !authority.isEmpty { continue }
            switch item.resolution {
            case .absent: continue
            case .conflict(let first, let second):
                conflicts.append(.init(section: section, time: item.time, first: first, second: second))
            case .version(let content, let history):
                versions.append(.init(section: section, source: item.source, content: content, history: history))
            }
        }
        return (versions, conflicts)
    }

    private struct Found {
        let time: CivilTime
        let rank: Int
        let source: String
        let resolution: ReadingSlot.Resolution

        static func precedes(_ a: Found, _ b: Found) -> Bool {
            guard a.time == b.time else { return a.time < b.time }
            return a.rank == b.rank ? a.source.precedesInBytes(b.source) : a.rank < b.rank
        }
    }

    /// The current content of one reading, for intake: what would a new record have to agree with?
    public func content(of section: SectionID, source: String, at time: CivilTime, view: RecordView) -> ReadingVersion?
    {
        guard let series = series(of: section).first(where: { $0.source.sameBytes(as: source) }) else {
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
        for slot in series(of: section).flatMap(\.slots).sorted(by: { $0.time < $1.time })
        where times.last != slot.time {
            times.append(slot.time)
        }
        return times
    }
}
