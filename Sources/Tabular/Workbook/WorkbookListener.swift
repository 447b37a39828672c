/// Reads the list of sheets and the date system (`xl/workbook.xml`).
final class WorkbookListener: XMLListener {
    struct SheetEntry {
        let name: String
        let relationship: String
        let isHidden: Bool
    }

    private(set) var sheets: [SheetEntry] = []
    /// Whether day 0 is 1904-01-01, as old programs for the Macintosh had it.
    private(set) var is1904 = false

    func start(_ name: String, _ attributes: XMLAttributes) {
        switch name {
        case "workbookPr": is1904 = ["1", "true"].contains(attributes["date1904"])
        case "sheet":
            guard let sheet = attributes["name"], let id = attributes["id"] else { return }
            sheets.append(
                SheetEntry(
                    name: sheet, relationship: id, isHidden: ["hidden", "veryHidden"].contains(attributes["state"])))
        default: break
        }
    }
}
