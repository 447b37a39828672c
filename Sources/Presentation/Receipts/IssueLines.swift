import Compensation

/// The issues of a file on the screen: all of them where they are few; otherwise how many of each code, and the first
/// five of each. JSON and the returned workbook have them all.
struct IssueLines {
    private let issues: [ImportIssue]
    private let file: String

    private static let few = 40
    private static let firstOfEach = 5

    init(_ issues: [ImportIssue], _ file: String) {
        self.issues = issues
        self.file = file
    }

    func lines(_ language: Language) -> [String] {
        guard issues.count > Self.few else { return issues.map { "  " + $0.text(file, language) } }
        return ImportIssueCode.allCases.flatMap { code -> [String] in
            let found = issues.filter { $0.code == code }
            guard !found.isEmpty else { return [] }
            let head = Bilingual(zh: "  \(code.rawValue)：\(found.count) 个", en: "  \(code.rawValue): \(found.count)")
            let left = found.count - Self.firstOfEach
            let rest = Bilingual(zh: "    ……另有 \(left) 个", en: "    … and \(left) more")
            return [head(language)] + found.prefix(Self.firstOfEach).map { "    " + $0.text(file, language) }
                + (left > 0 ? [rest(language)] : [])
        }
    }
}
