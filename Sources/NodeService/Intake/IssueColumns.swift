import Compensation

/// The two columns that say in a returned workbook what is wrong with each row.
enum IssueColumns {
    static let code = Bilingual(zh: "问题代码", en: "issue code")
    static let reason = Bilingual(zh: "问题说明", en: "issue reason")
    static let headings = [code, reason]
}
