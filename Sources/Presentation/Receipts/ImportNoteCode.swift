public import Compensation

/// What an import understood otherwise than it is written, or left out. Never silent, never a reason to refuse.
public enum ImportNoteCode: String, CaseIterable, Sendable {
    case textNumber = "note-text-number"
    case normalised = "note-normalised"
    case computed = "note-computed"
    case merged = "note-merged"
    case limitGiven = "note-limit-given"
    case notMeasured = "note-not-measured"
    case yearNotShown = "note-year-not-shown"
    case rowsAbove = "note-rows-above"
    case unitsRow = "note-units-row"
    case totalRow = "note-total-row"
    case remarkRow = "note-remark-row"
    case sheetEmpty = "note-sheet-empty"
    case sheetOther = "note-sheet-other"
    case sheetHidden = "note-sheet-hidden"

    public var text: Bilingual {
        switch self {
        case .textNumber: Bilingual(zh: "以文本存放的数字，按数字读取", en: "numbers stored as text, read as numbers")
        case .normalised:
            Bilingual(zh: "全角、千分位、科学计数或空格已统一写法", en: "full-width, thousands, exponent or blanks made plain")
        case .computed: Bilingual(zh: "公式单元格，采用其保存的结果", en: "formula cells, the stored result was taken")
        case .merged: Bilingual(zh: "合并单元格，其值用于所含各格", en: "merged cells, their value was taken for each cell")
        case .limitGiven: Bilingual(zh: "未检出，按给定的检出限记录", en: "not detected, recorded with the limit given")
        case .notMeasured: Bilingual(zh: "标为未测，不作数值", en: "marked as not measured, no value")
        case .yearNotShown:
            Bilingual(
                zh: "单元格未显示年份，采用其保存的年份，请核对", en: "the cell shows no year, the stored one was taken: check it")
        case .rowsAbove: Bilingual(zh: "表头以上的行，未采用", en: "rows above the headings, not used")
        case .unitsRow: Bilingual(zh: "单位行，已核对单位", en: "a row of units, checked")
        case .totalRow: Bilingual(zh: "合计或平均行，未采用", en: "rows of totals or means, not used")
        case .remarkRow: Bilingual(zh: "备注行，未采用", en: "rows of remarks, not used")
        case .sheetEmpty: Bilingual(zh: "空工作表", en: "an empty sheet")
        case .sheetOther: Bilingual(zh: "工作表没有监测数据的表头，未采用", en: "a sheet without headings of readings, not used")
        case .sheetHidden: Bilingual(zh: "隐藏的工作表，已读取", en: "a hidden sheet, read as any other")
        }
    }
}
