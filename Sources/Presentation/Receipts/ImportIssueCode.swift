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
    case workbookDamaged = "xlsx-damaged"
    case workbookUnsafe = "xlsx-unsafe"
    case notWorkbook = "xlsx-other"
    case noResult = "xlsx-no-result"
    case columnMissing = "import-column-missing"
    case columnRepeated = "import-column-repeated"
    case columnUnknown = "import-column-unknown"
    case unitOther = "import-unit-other"
    case sectionUnknown = "import-section-unknown"
    case sectionAmbiguous = "import-section-ambiguous"
    case timeInvalid = "import-time-invalid"
    case yearMissing = "import-year-missing"
    case timeInFuture = "import-time-in-future"
    case statusUnknown = "import-status-unknown"
    case valueInvalid = "import-value-invalid"
    case limitMissing = "import-limit-missing"
    case rowsDiffer = "import-rows-differ"
    case changesHistory = "import-changes-history"
    case notRecorded = "import-not-recorded"
    case periodClosed = "import-period-closed"
    case notAFile = "import-not-a-file"
    case severalSheets = "import-several-sheets"
    case memberMissing = "import-member-missing"
    case memberUnknown = "import-member-unknown"
    case memberInvalid = "import-member-invalid"
    case sectionRefused = "import-section-refused"

    /// What is wrong and what to do. `found` and `expected` are as the issue carries them.
    func text(found: String, expected: String) -> Bilingual {
        switch self {
        case .empty: Bilingual(zh: "文件没有内容", en: "the file has no content")
        case .notText:
            Bilingual(
                zh: "不是可识别的文本\(found.isEmpty ? "" : "（像是 \(found)）")；请存为 .xlsx，或编码为 \(expected) 的 CSV",
                en:
                    "not readable\(found.isEmpty ? "" : " (looks like \(found))"); save as .xlsx, or as CSV in \(expected)"
            )
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
        case .workbookDamaged:
            Bilingual(
                zh: "工作簿已损坏（\(found)）；请重新打开并另存", en: "the workbook is damaged (\(found)); open it and save it anew")
        case .workbookUnsafe:
            Bilingual(
                zh: "工作簿不安全（\(found)\(expected.isEmpty ? "" : "，上限 \(expected)")），未打开；请向报送单位核实",
                en:
                    "the workbook is unsafe (\(found)\(expected.isEmpty ? "" : ", at most \(expected)")) and was not opened; ask the sender"
            )
        case .notWorkbook:
            Bilingual(
                zh: "压缩文件里没有工作簿（\(found)）；请存为 .xlsx", en: "an archive without a workbook (\(found)); save as .xlsx")
        case .noResult:
            Bilingual(
                zh: "公式没有保存结果；请用电子表格程序打开并保存",
                en: "a formula without its result; open and save the file in a spreadsheet program")
        case .columnUnknown:
            Bilingual(
                zh: "列“\(found)”无法识别，是否指“\(expected)”？请改正表头；确属无关的列，用 --ignore-column 指明",
                en:
                    "column “\(found)” is unknown; did you mean “\(expected)”? Correct the heading, or name it with --ignore-column"
            )
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
        case .limitMissing:
            Bilingual(
                zh: "“\(found)”没有检出限；请写成 0.025L，或用 --detection-limit \(expected)=0.025 指明",
                en:
                    "“\(found)” without its detection limit; write it like 0.025L, or give --detection-limit \(expected)=0.025"
            )
        case .rowsDiffer:
            Bilingual(
                zh: "与第 \(expected) 行同断面同时刻，内容却不同", en: "same section and time as row \(expected), but other content")
        case .changesHistory:
            Bilingual(
                zh: "该时刻已记录为 \(expected)；如需更正，请用 --as-correction 并说明理由",
                en: "already recorded as \(expected); to change it give --as-correction with a reason")
        case .notRecorded:
            Bilingual(zh: "该时刻没有已记录的数据，不能更正；请先导入", en: "nothing is recorded at that time to correct; import it first")
        case .memberMissing: Bilingual(zh: "缺少 \(expected)", en: "\(expected) is missing")
        case .memberUnknown:
            Bilingual(zh: "“\(found)”不认识，应为 \(expected)", en: "“\(found)” is not known, expected \(expected)")
        case .memberInvalid: Bilingual(zh: "应形如 \(expected)", en: "must be like \(expected)")
        case .sectionRefused:
            Bilingual(zh: "断面“\(found)”不在授权范围内", en: "section “\(found)” is not among those it may deliver")
        case .severalSheets:
            Bilingual(zh: "有多个工作表（\(found)），只能有一个", en: "there are several sheets (\(found)); leave one")
        case .notAFile: Bilingual(zh: "不是普通文件（\(found)）", en: "not an ordinary file (\(found))")
        case .periodClosed:
            Bilingual(
                zh: "\(expected) 的核算已核验，迟到的数据会引起调整；确需记录，用 --late",
                en: "\(expected) is settled and verified; late readings open an adjustment, record them with --late")
        }
    }
}
