import Compensation
import Federation

/// Divides rows into groups that each fit one entry: rows of one section, no more of them and no more bytes than
/// an entry may have.
struct EntryPacking<Row> {
    let mostRows: Int
    /// Bytes of an entry of a section without rows and envelope.
    let frame: (SectionID) -> Int
    /// Bytes of one row.
    let size: (Row) -> Int

    /// For kind, version, log and time, with room to spare.
    private static var envelope: Int { 1_000 }

    /// In the given order; a row alone always fits.
    func groups(_ rows: [(section: SectionID, row: Row)]) -> [(section: SectionID, rows: [Row])] {
        var groups: [(section: SectionID, rows: [Row])] = []
        var room = 0
        for (section, row) in rows {
            // Rows are set apart by a comma.
            let needed = size(row) + 1
            if let last = groups.last, last.section == section, last.rows.count < mostRows, needed <= room {
                groups[groups.count - 1].rows.append(row)
            } else {
                groups.append((section, [row]))
                room = SignedEntry.largestSize - Self.envelope - frame(section)
            }
            room -= needed
        }
        return groups
    }
}
