import Compensation
import Federation
import Presentation
import Tabular

/// Reads a file of readings: bytes → rows that mean something, or every issue at once.
struct ReadingsIntake {
    let sections: SectionRegister
    /// Whose sections are meant where several go by one name.
    let party: PartyCode
    /// For files whose times have no year.
    let year: Int?
    let now: Timestamp
    var limits = TabularLimits.default
    /// Detection limits of the methods, for values that only say `ND`.
    var detectionLimits: [Indicator: ExactDecimal] = [:]
    /// Headings of columns that are left out without question.
    var ignoredColumns: [String] = []
    /// Whether rows without issues count though others have some.
    var acceptsValidRows = false
    var progress: any ProgressListener = NoProgress()

    struct Outcome {
        /// `XLSX`, or how the text file spells characters.
        var encoding = ""
        var rows: [IntakeRow] = []
        /// Rows that repeat an earlier one exactly.
        var repeated = 0
        var columnsNotRecorded: [String] = []
        /// Rows whose values do not give the class that was published with them, as a spreadsheet counts them.
        var classMismatches: [Int] = []
        var notes = ImportNotes()
        var issues: [ImportIssue] = []
        /// The file as read, for the copy that is handed back.
        var spreadsheet: Spreadsheet?
    }

    func read(_ bytes: [UInt8]) -> Outcome {
        var outcome = Outcome()
        progress.begin(zh: "检查各行", en: "rows checked")
        let file = Spreadsheet.read(bytes, limits: limits)
        outcome.encoding = file.format
        outcome.issues = file.issues.map(ImportIssue.init)
        guard file.issues.isEmpty else { return outcome }
        outcome.spreadsheet = file
        let found = file.sheets.map { IntakeColumns($0, ignoring: ignoredColumns) }
        let isAnyFound = found.contains { $0.isFound }
        var known = KnownRows()
        for (sheet, columns) in zip(file.sheets, found) {
            let name = file.isWorkbook ? sheet.name : nil
            if sheet.rows.isEmpty {
                outcome.notes.add(.sheetEmpty, sheet: name)
            } else if !columns.isFound && isAnyFound {
                outcome.notes.add(.sheetOther, sheet: name)
            } else {
                var intake = SheetIntake(self, sheet, name, columns)
                intake.read(&known, into: &outcome)
            }
            if outcome.issues.count >= limits.issues { break }
        }
        outcome.rows = outcome.rows.filter { !known.disputed.contains($0.place) }
        let isCut = outcome.issues.contains { $0.code == .tooManyIssues }
        if isCut || !(outcome.issues.isEmpty || acceptsValidRows) { outcome.rows = [] }
        return outcome
    }
}
