import Compensation

/// What can be wrong with a file of readings. Codes of the table reader (`csv-…`) and of the meaning (`import-…`).
public enum ImportIssueCode: String, CaseIterable, Sendable {
    case empty = "csv-empty"
    case notText = "csv-not-text"
    case forbiddenCharacter = "csv-forbidden-character"
    case unclosedQuote = "csv-unclosed-quote"
    case strayQuote = "csv-stray-quote"
    case raggedRow = "csv-ragged-row"
    case tooLarge = "csv-too-large"
    case tooManyRows = "csv-too-many-rows"
    case tooManyColumns = "csv-too-many-columns"
    case tooManyCells = "csv-too-many-cells"
    case cellTooLong = "csv-cell-too-long"
    case tooManyIssues = "csv-too-many-issues"
    case columnMissing = "import-column-missing"
    case columnRepeated = "import-column-repeated"
    case unitOther = "import-unit-other"
    case sectionUnknown = "import-section-unknown"
    case sectionAmbiguous = "import-section-ambiguous"
    case timeInvalid = "import-time-invalid"
    case yearMissing = "import-year-missing"
    case timeInFuture = "import-time-in-future"
    case statusUnknown = "import-status-unknown"
    case valueInvalid = "import-value-invalid"
    case rowsDiffer = "import-rows-differ"
    case changesHistory = "import-changes-history"
    case notRecorded = "import-not-recorded"

    /// What is wrong and what to do. `found` and `expected` are as the issue carries them.
    func text(found: String, expected: String) -> Bilingual {
        switch self {
        case .empty: Bilingual(zh: "文件没有内容", en: "the file has no content")
        case .notText:
            Bilingual(
                zh: "不是可识别的文本\(found.isEmpty ? "" : "（像是 \(found)）")；请存为 CSV，编码 \(expected)",
                en: "not readable as text\(found.isEmpty ? "" : " (looks like \(found))"); save as CSV in \(expected)")
        case .forbiddenCharacter:
            Bilingual(zh: "含有不可见或控制字符 \(found)，请删除", en: "has the invisible or control character \(found); remove it")
        case .unclosedQuote: Bilingual(zh: "引号没有闭合", en: "a quote is never closed")
        case .strayQuote: Bilingual(zh: "引号之后多出文字", en: "text after a closing quote")
        case .raggedRow:
            Bilingual(zh: "有 \(found) 个单元格，表头有 \(expected) 个", en: "has \(found) cells, the header has \(expected)")
        case .tooLarge: Bilingual(zh: "文件 \(found) 字节，上限 \(expected)", en: "\(found) bytes, at most \(expected)")
        case .tooManyRows: Bilingual(zh: "行数超过上限 \(expected)", en: "more rows than \(expected)")
        case .tooManyColumns: Bilingual(zh: "列数超过上限 \(expected)", en: "more columns than \(expected)")
        case .tooManyCells: Bilingual(zh: "单元格总数超过上限 \(expected)", en: "more cells than \(expected)")
        case .cellTooLong:
            Bilingual(zh: "单元格 \(found) 个字符，上限 \(expected)", en: "a cell of \(found) characters, at most \(expected)")
        case .tooManyIssues:
            Bilingual(zh: "问题超过 \(expected) 个，已停止检查", en: "more than \(expected) issues; checking stopped")
        case .columnMissing: Bilingual(zh: "缺少列：\(expected)", en: "missing column: \(expected)")
        case .columnRepeated: Bilingual(zh: "列“\(found)”重复", en: "column “\(found)” appears twice")
        case .unitOther:
            Bilingual(
                zh: "列“\(found)”的单位不是 \(expected)；请先换算", en: "column “\(found)” is not in \(expected); convert it first"
            )
        case .sectionUnknown:
            Bilingual(
                zh: "断面“\(found)”未登记；先执行 tongzhou sections add",
                en: "section “\(found)” is not registered; run tongzhou sections add first")
        case .sectionAmbiguous:
            Bilingual(zh: "“\(found)”对应多个断面：\(expected)", en: "“\(found)” names several sections: \(expected)")
        case .timeInvalid:
            Bilingual(
                zh: "时间“\(found)”无法识别，应形如 \(expected)",
                en: "time “\(found)” is not understood; write it like \(expected)")
        case .yearMissing:
            Bilingual(zh: "时间“\(found)”没有年份；请用 --year 指明", en: "time “\(found)” has no year; give it with --year")
        case .timeInFuture: Bilingual(zh: "时间 \(found) 在将来", en: "time \(found) lies in the future")
        case .statusUnknown:
            Bilingual(zh: "状态“\(found)”未知，应为 \(expected)", en: "status “\(found)” is unknown, expected \(expected)")
        case .valueInvalid:
            Bilingual(zh: "“\(found)”不是数值，应形如 \(expected)", en: "“\(found)” is not a value; write it like \(expected)")
        case .rowsDiffer:
            Bilingual(
                zh: "与第 \(expected) 行同断面同时刻，内容却不同", en: "same section and time as row \(expected), but other content")
        case .changesHistory:
            Bilingual(
                zh: "该时刻已记录为 \(expected)；如需更正，请用 tongzhou correct 并说明理由",
                en: "already recorded as \(expected); to change it use tongzhou correct with a reason")
        case .notRecorded:
            Bilingual(zh: "该时刻没有已记录的数据，不能更正；请先导入", en: "nothing is recorded at that time to correct; import it first")
        }
    }
}
