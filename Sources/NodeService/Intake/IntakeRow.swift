import Compensation
import Federation

/// One row understood: which section, and what it showed.
struct IntakeRow {
    /// The sheet of a workbook; nil for a text file.
    let sheet: String?
    /// As a spreadsheet shows it.
    let number: Int
    let section: SectionID
    let content: ReadingContent

    var place: ReadingPlace { ReadingPlace(section: section, time: content.time) }
}
