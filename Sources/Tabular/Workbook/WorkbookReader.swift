/// Reads workbooks as Excel, WPS and LibreOffice write them (`.xlsx`: ISO/IEC 29500-1, SpreadsheetML).
struct WorkbookReader {
    private let archive: ZipArchive
    private let limits: TabularLimits

    init(_ bytes: [UInt8], limits: TabularLimits) throws(WorkbookProblem) {
        archive = try ZipArchive(bytes, limits: limits)
        self.limits = limits
    }

    /// The sheets in the order of their tabs, hidden ones and hidden rows included.
    func sheets() throws(WorkbookProblem) -> [Sheet] {
        guard archive.has("_rels/.rels") else { throw WorkbookProblem(.other, "zip") }
        let roots = try relationships("_rels/.rels")
        guard let main = roots.target(ofKind: "officeDocument").map({ RelationshipsListener.part($0, in: "") })
        else { throw WorkbookProblem(.other, "zip") }
        let (folder, file) = Self.split(main)
        let workbook = WorkbookListener()
        try read(main, workbook)
        guard !workbook.sheets.isEmpty else { throw WorkbookProblem(.other, main) }
        let links = try relationships("\(folder)/_rels/\(file).rels")
        let context = try context(workbook, links, folder)
        var budget = WorkbookBudget(limits)
        var sheets: [Sheet] = []
        for entry in workbook.sheets {
            guard let link = links.relationships.first(where: { $0.id == entry.relationship }) else {
                throw WorkbookProblem(.damaged, main)
            }
            // Charts on sheets of their own hold no cells.
            guard link.kind == "worksheet" else { continue }
            let part = RelationshipsListener.part(link.target, in: folder)
            let sheet = SheetListener(part, context, limits: limits, budget: budget)
            try read(part, sheet)
            budget = sheet.budget
            let rows = try MergedCells.expanded(sheet.rows, sheet.merged, &budget)
            sheets.append(Sheet(name: entry.name, isHidden: entry.isHidden, rows: rows, issues: sheet.issues))
        }
        return sheets
    }

    private func context(
        _ workbook: WorkbookListener, _ links: RelationshipsListener, _ folder: String
    ) throws(WorkbookProblem) -> WorkbookContext {
        let strings = SharedStringsListener(limits: limits)
        if let target = links.target(ofKind: "sharedStrings") {
            try read(RelationshipsListener.part(target, in: folder), strings)
        }
        let styles = StylesListener()
        if let target = links.target(ofKind: "styles") {
            try read(RelationshipsListener.part(target, in: folder), styles)
        }
        return WorkbookContext(strings: strings.texts, forms: styles.forms, is1904: workbook.is1904)
    }

    private func relationships(_ part: String) throws(WorkbookProblem) -> RelationshipsListener {
        let listener = RelationshipsListener()
        try read(part, listener)
        return listener
    }

    private func read(_ part: String, _ listener: any XMLListener) throws(WorkbookProblem) {
        try XMLDocument.read(part, in: archive, depth: limits.depth, listener)
    }

    private static func split(_ part: String) -> (folder: String, file: String) {
        let steps = part.split(separator: "/")
        return (steps.dropLast().joined(separator: "/"), steps.last.map(String.init) ?? "")
    }
}
