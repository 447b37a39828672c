/// The kinds of ``TabularIssue``. Raw values are stable: reports, JSON and documents use them.
public enum TabularIssueCode: String, Equatable, Sendable, CaseIterable {
    /// No row holds any text.
    case empty = "csv-empty"
    /// The bytes are neither UTF-8 nor GB 18030. Found: what the bytes announce themselves to be
    /// (`zip`, which an `.xlsx` file is, `ole2`, which an `.xls` file is, `utf-16`), or empty.
    /// Expected: the encodings accepted. The row is then the physical line of the first bad byte.
    case notText = "csv-not-text"
    /// A control, bidirectional or invisible character, or a sign of lost text (U+FFFD).
    /// Found: its code point as `U+202E`.
    case forbiddenCharacter = "csv-forbidden-character"
    /// A quote is opened here and never closed, so the rest of the file cannot be told apart.
    case unclosedQuote = "csv-unclosed-quote"
    /// Text follows a closing quote. Found: the first character after the quote.
    case strayQuote = "csv-stray-quote"
    /// A row has another number of cells than the header. Found and expected: those numbers.
    case raggedRow = "csv-ragged-row"
    /// The file has too many bytes. Found and expected: number and limit, as in the codes below.
    case tooLarge = "csv-too-large"
    /// The file has too many rows. Found: the first row beyond the limit.
    case tooManyRows = "csv-too-many-rows"
    /// A row has too many cells. Found: the first column beyond the limit.
    case tooManyColumns = "csv-too-many-columns"
    /// The rows together have too many cells. Found: the first number beyond the limit.
    case tooManyCells = "csv-too-many-cells"
    /// A cell has too many characters (Unicode scalars). Found: how many it has.
    case cellTooLong = "csv-cell-too-long"
    /// Reading stopped because there were too many issues already. Expected: the limit.
    case tooManyIssues = "csv-too-many-issues"
    /// A workbook whose archive or XML is broken. Found: the part, or `zip`.
    case workbookDamaged = "xlsx-damaged"
    /// A workbook such as no spreadsheet program writes, made to harm who opens it. Found: `doctype`, `parts`, `names`,
    /// `unpacked`, `ratio`, `depth`, `strings` or `text`. Expected: the limit, where there is one.
    case workbookUnsafe = "xlsx-unsafe"
    /// An archive that holds no workbook, such as a `.docx` or `.ods` file.
    case notWorkbook = "xlsx-other"
    /// A formula whose result is not stored, so that nobody knows what the sender saw.
    case noResult = "xlsx-no-result"
}
