import Presentation
import Tabular

/// Rows of a sheet that are no readings and say so: totals, remarks.
enum LeftOutRow {
    /// Why the row is left out; nil for a row that has to be a reading.
    static func reason(_ row: Row) -> ImportNoteCode? {
        guard let first = row.cells.first(where: { !$0.text.isEmpty }) else { return nil }
        let label = String(PlainText.of(first.text).lowercased().filter { !$0.isWhitespace && !":：".contains($0) })
        if label.count <= 10, totals.contains(where: { label == $0 }) || means.contains(where: label.hasSuffix) {
            return .totalRow
        }
        let isAlone = row.cells.allSatisfy { $0.text.isEmpty || $0.text == first.text }
        return isAlone && remarks.contains(where: label.hasPrefix) ? .remarkRow : nil
    }

    private static let totals = ["合计", "总计", "小计", "最大值", "最小值", "total", "sum", "max", "min"]
    private static let means = ["平均", "平均值", "均值", "average", "mean"]
    private static let remarks = ["注", "备注", "说明", "填表", "制表", "审核", "复核", "note", "remark"]
}
