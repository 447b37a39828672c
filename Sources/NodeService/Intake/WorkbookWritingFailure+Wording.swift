import Compensation
import Tabular

extension WorkbookWritingFailure {
    /// For whoever asked for the workbook.
    var wording: Bilingual {
        switch self {
        case .rows(let row):
            Bilingual(
                zh: "需要第 \(row) 行，而工作表只有 \(WorkbookWriter.mostRows) 行",
                en: "row \(row) is needed, and a sheet has \(WorkbookWriter.mostRows)")
        case .columns(let column):
            Bilingual(
                zh: "需要第 \(column) 列，而工作表只有 \(WorkbookWriter.mostColumns) 列",
                en: "column \(column) is needed, and a sheet has \(WorkbookWriter.mostColumns)")
        case .text:
            Bilingual(
                zh: "文字合计超过 \(WorkbookWriter.mostTextBytes >> 20) MiB",
                en: "it would hold more than \(WorkbookWriter.mostTextBytes >> 20) MiB of text")
        case .other(let detail): Bilingual(zh: detail, en: detail)
        }
    }
}
