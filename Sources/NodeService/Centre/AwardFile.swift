import Compensation
import Federation
import Presentation
import Tabular

/// Reads a yearly table of awards and deductions in 万元, such as the ministry publishes it.
struct AwardFile {
    let roster: Roster
    let year: Period

    private struct Columns {
        let year, party, amount, outside, remark: Int?

        init(_ header: Row) {
            func column(_ fits: (String) -> Bool) -> Int? {
                header.cells.first { fits(SuppliedSetting.trimmed($0.text[...]).lowercased()) }?.column
            }
            year = column { ["settlement_year", "year", "年度", "年份"].contains($0) }
            party = column { ["province", "party", "省份", "一方"].contains($0) }
            amount = column { $0.hasSuffix("clearing_10k_cny") || ["amount_10k_cny", "清算", "奖励扣减"].contains($0) }
            outside = column { ["other_basin_award_10k_cny", "outside_10k_cny", "另行奖励"].contains($0) }
            remark = column { ["remark", "备注"].contains($0) }
        }
    }

    /// Lines of the year, in and outside the zero sum. A row may have both amounts, or one; a row of another year is
    /// passed over.
    func read(_ file: NamedFile) throws -> (lines: [AwardLine], outside: [AwardLine]) {
        let table: Table
        do {
            table = try SoundTable.read(file)
        } catch let refused as RefusedFile {
            throw CommandFailure(zh: refused.report.text(.zh), en: refused.report.text(.en))
        }
        let columns = Columns(table.header)
        guard let party = columns.party, let amount = columns.amount else {
            throw CommandFailure(
                zh: "\(file.name)：缺少 province 省份 或 clearing_10k_cny 清算 列。",
                en: "\(file.name): the column province or clearing_10k_cny is missing.")
        }
        var lines: [AwardLine] = []
        var outside: [AwardLine] = []
        for row in table.rows {
            if columns.year != nil, !text(row, columns.year).utf8.elementsEqual(year.text.utf8) { continue }
            let name = text(row, party)
            guard let code = roster.party(called: name) else {
                throw refused(file, row, "不认识的省份“\(name)”", "unknown province “\(name)”")
            }
            let remark = text(row, columns.remark)
            guard remark.utf8.count <= 256 else { throw refused(file, row, "备注过长", "the remark is too long") }
            if let fen = try fen(file, row, amount) {
                lines.append(AwardLine(party: code, amount: fen, remark: remark))
            }
            if let fen = try columns.outside.flatMap({ try fen(file, row, $0) }) {
                outside.append(AwardLine(party: code, amount: fen, remark: remark))
            }
        }
        guard !lines.isEmpty || !outside.isEmpty else {
            throw CommandFailure(
                zh: "\(file.name)：没有 \(year.text) 年的金额。", en: "\(file.name): no amount of \(year.text).")
        }
        return (lines, outside)
    }

    private func text(_ row: Row, _ column: Int?) -> String {
        column.flatMap { row.cell(inColumn: $0) }.map { SuppliedSetting.trimmed($0.text[...]) } ?? ""
    }

    /// `nil` for an empty cell.
    private func fen(_ file: NamedFile, _ row: Row, _ column: Int) throws -> Fen? {
        let text = text(row, column).filter { $0 != "," }
        guard !text.isEmpty else { return nil }
        guard let number = ExactDecimal(text), let fen = Fen(wanYuan: number.rational) else {
            throw refused(file, row, "金额“\(text)”无效", "“\(text)” is no amount")
        }
        return fen
    }

    private func refused(_ file: NamedFile, _ row: Row, _ zh: String, _ en: String) -> CommandFailure {
        CommandFailure(zh: "\(file.name) 第 \(row.number) 行：\(zh)", en: "\(file.name), row \(row.number): \(en)")
    }
}
