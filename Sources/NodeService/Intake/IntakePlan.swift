import Compensation
import Federation
import Presentation
import TransparencyLog

/// Compares understood rows with what is recorded and decides what to say: all of it or nothing.
struct IntakePlan {
    let docket: Docket
    /// Whose record is corrected when the logs contradict each other.
    let node: NodeName
    let source: String
    let file: String
    let fileDigest: ContentDigest
    /// Whether readings of periods that the centre has verified are taken too.
    var takesLate = false

    struct Outcome {
        var entries: [Entry] = []
        var newReadings = 0
        var corrections = 0
        var alreadyRecorded = 0
        var issues: [ImportIssue] = []
    }

    /// New readings; a row that repeats any known version of its reading brings nothing new, and one that
    /// differs from all of them would change history: an issue, or a correction where `reason` says why.
    func readings(_ rows: [IntakeRow], correcting reason: String? = nil) -> Outcome {
        var outcome = Outcome()
        var fresh: [IntakeRow] = []
        var changed: [IntakeRow] = []
        let record = KnownReadings(docket, node: node, source: source)
        let closed = ClosedPeriods(docket)
        for row in rows {
            guard let recorded = record.current(row.place) else {
                if let period = takesLate ? nil : closed.period(of: row.place) {
                    outcome.issues.append(
                        ImportIssue(.periodClosed, sheet: row.sheet, row: row.number, column: nil, expected: period))
                } else {
                    fresh.append(row)
                }
                continue
            }
            if record.versions(row.place).contains(where: { $0.sameContent(as: row.content) }) {
                outcome.alreadyRecorded += 1
            } else if reason != nil {
                changed.append(row)
            } else {
                outcome.issues.append(
                    ImportIssue(
                        .changesHistory, sheet: row.sheet, row: row.number, column: nil,
                        expected: Self.describe(recorded)))
            }
        }
        outcome.newReadings = fresh.count
        outcome.corrections = changed.count
        func entry(_ section: SectionID, _ rows: [ReadingContent]) -> ReadingsEntry {
            ReadingsEntry(section: section, source: source, file: file, fileDigest: fileDigest, rows: rows)
        }
        let packing = EntryPacking<ReadingContent>(
            mostRows: ReadingsEntry.mostRows, frame: { entry($0, []).encodedSize }, size: \.encodedSize)
        for (section, rows) in packing.groups(Self.inOrder(fresh).map { ($0.section, $0.content) }) {
            outcome.entries.append(.readings(entry(section, rows)))
        }
        outcome.entries += corrections(changed, record, reason: reason ?? "")
        return outcome
    }

    /// Corrections of recorded readings; a row equal to the record changes nothing.
    func corrections(_ rows: [IntakeRow], reason: String) -> Outcome {
        var outcome = Outcome()
        var changed: [IntakeRow] = []
        let record = KnownReadings(docket, node: node, source: source)
        for row in rows {
            guard let recorded = record.current(row.place) else {
                outcome.issues.append(ImportIssue(.notRecorded, sheet: row.sheet, row: row.number, column: nil))
                continue
            }
            if recorded.sameContent(as: row.content) { outcome.alreadyRecorded += 1 } else { changed.append(row) }
        }
        outcome.corrections = changed.count
        outcome.entries = corrections(changed, record, reason: reason)
        return outcome
    }

    private func corrections(_ rows: [IntakeRow], _ record: KnownReadings, reason: String) -> [Entry] {
        func entry(_ section: SectionID, _ rows: [ReadingChange]) -> ReadingsCorrectionEntry {
            ReadingsCorrectionEntry(section: section, source: source, reason: reason, rows: rows)
        }
        let packing = EntryPacking<ReadingChange>(
            mostRows: ReadingsCorrectionEntry.mostRows, frame: { entry($0, []).encodedSize }, size: \.encodedSize)
        let changes = Self.inOrder(rows).compactMap { row in
            record.current(row.place).flatMap { ReadingChange(old: $0, new: row.content.keepingClass(of: $0)) }.map {
                (row.section, $0)
            }
        }
        return packing.groups(changes).map { .readingsCorrection(entry($0.section, $0.rows)) }
    }

    private static func describe(_ content: ReadingContent) -> String {
        ([content.status.rawValue] + content.values.map { "\($0.indicator.code)=\($0.value.text)" })
            .joined(separator: " ")
    }

    private static func inOrder(_ rows: [IntakeRow]) -> [IntakeRow] {
        rows.sorted { ($0.section, $0.content.time) < ($1.section, $1.content.time) }
    }
}
