import Compensation
import Federation
import Presentation
import TransparencyLog

/// Compares understood rows with what is recorded and decides what to say: all of it or nothing.
struct IntakePlan {
    let docket: Docket
    let source: String
    let file: String
    let fileDigest: ContentDigest

    struct Outcome {
        var entries: [Entry] = []
        var newReadings = 0
        var alreadyRecorded = 0
        var issues: [ImportIssue] = []
    }

    /// Everything recorded so far counts here, corrections included, endorsed or not: a file that repeats
    /// any known version of a reading brings nothing new.
    private var view: RecordView { RecordView(cut: docket.heads, correctionsNotApplied: []) }

    private func recorded(_ row: IntakeRow) -> ReadingContent? {
        docket.readings.content(of: row.section, source: source, at: row.content.time, view: view)?.content
    }

    private func original(_ row: IntakeRow) -> ReadingContent? {
        let corrections = docket.readings.correctionRecords.map(\.record.reference)
        return docket.readings.content(
            of: row.section, source: source, at: row.content.time,
            view: RecordView(cut: docket.heads, correctionsNotApplied: corrections))?.content
    }

    /// New readings; a differing record of the same time would change history and is an issue.
    func readings(_ rows: [IntakeRow]) -> Outcome {
        var outcome = Outcome()
        var fresh: [IntakeRow] = []
        for row in rows {
            guard let recorded = recorded(row) else {
                fresh.append(row)
                continue
            }
            let known = [recorded, original(row) ?? recorded]
            if known.contains(where: { $0.sameContent(as: row.content) }) {
                outcome.alreadyRecorded += 1
            } else {
                outcome.issues.append(
                    ImportIssue(.changesHistory, row: row.number, column: nil, expected: Self.describe(recorded)))
            }
        }
        outcome.newReadings = fresh.count
        for (section, rows) in Self.bySection(fresh, atMost: ReadingsEntry.mostRows) {
            outcome.entries.append(
                .readings(
                    ReadingsEntry(
                        section: section, source: source, file: file, fileDigest: fileDigest, rows: rows.map(\.content))))
        }
        return outcome
    }

    /// Corrections of recorded readings; a row equal to the record changes nothing.
    func corrections(_ rows: [IntakeRow], reason: String) -> Outcome {
        var outcome = Outcome()
        var changed: [IntakeRow] = []
        for row in rows {
            guard let recorded = recorded(row) else {
                outcome.issues.append(ImportIssue(.notRecorded, row: row.number, column: nil))
                continue
            }
            if recorded.sameContent(as: row.content) { outcome.alreadyRecorded += 1 } else { changed.append(row) }
        }
        outcome.newReadings = changed.count
        for (section, rows) in Self.bySection(changed, atMost: ReadingsCorrectionEntry.mostRows) {
            let changes = rows.compactMap { row in
                recorded(row).flatMap { ReadingChange(old: $0, new: row.content) }
            }
            outcome.entries.append(
                .readingsCorrection(
                    ReadingsCorrectionEntry(section: section, source: source, reason: reason, rows: changes)))
        }
        return outcome
    }

    private static func describe(_ content: ReadingContent) -> String {
        ([content.status.rawValue] + content.values.map { "\($0.indicator.code)=\($0.value.text)" })
            .joined(separator: " ")
    }

    /// Groups in order of section and time, each group within the size of one entry.
    private static func bySection(_ rows: [IntakeRow], atMost limit: Int) -> [(SectionID, [IntakeRow])] {
        var groups: [(SectionID, [IntakeRow])] = []
        for row in rows.sorted(by: { ($0.section, $0.content.time) < ($1.section, $1.content.time) }) {
            if let last = groups.last, last.0 == row.section, last.1.count < limit {
                groups[groups.count - 1].1.append(row)
            } else {
                groups.append((row.section, [row]))
            }
        }
        return groups
    }
}
