import Presentation
import Tabular

/// A CSV file of which every row can be read, or every issue of it.
enum SoundTable {
    static func read(_ file: NamedFile) throws -> Table {
        let reading = CSVReader.read(file.bytes)
        guard case .sound(let table) = reading else {
            throw RefusedFile(file.name, reading.issues.map(ImportIssue.init))
        }
        return table
    }
}
