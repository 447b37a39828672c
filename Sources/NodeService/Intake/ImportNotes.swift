import Presentation
import Tabular

/// What has been noted while reading a file, in the order of first appearance.
struct ImportNotes {
    private struct Key: Hashable {
        let sheet: String?
        let code: ImportNoteCode
    }

    private(set) var notes: [ImportNote] = []
    private var places: [Key: Int] = [:]

    mutating func add(_ code: ImportNoteCode, sheet: String?, at place: String = "", example: String = "") {
        let key = Key(sheet: sheet, code: code)
        let index = places[key] ?? notes.count
        if index == notes.count {
            places[key] = index
            notes.append(ImportNote(code, sheet: sheet, example: example))
        }
        notes[index].add(place)
    }

    mutating func add(_ code: ImportNoteCode, sheet: String?, _ cell: Cell, became: String = "") {
        add(
            code, sheet: sheet, at: "\(cell.columnLetters)\(cell.row)",
            example: became.isEmpty ? "" : "\(cell.text) → \(became)")
    }
}
