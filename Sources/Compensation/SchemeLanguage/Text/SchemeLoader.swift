/// From the bytes of a file to a checked scheme: characters, Markdown, syntax, meaning.
enum SchemeLoader {
    static func load(_ bytes: [UInt8]) -> Result<Scheme, SchemeProblems> {
        guard bytes.count <= SchemeLimits.bytes else {
            return refused([tooLarge(bytes.count)], articles: [])
        }
        let rows = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        let lines = rows.map { Array(String(decoding: $0, as: UTF8.self).unicodeScalars) }
        let unreadable = characterComplaints(rows: rows, lines: lines)
        guard unreadable.isEmpty else { return refused(unreadable, articles: []) }

        let text = LiterateText(lines: lines)
        guard text.complaints.isEmpty else { return refused(text.complaints, articles: text.articles) }
        let syntax = SchemeSyntax(text)
        var checker = SchemeChecker(articles: text.articles, units: syntax.units)
        checker.check(syntax.statements)
        let complaints = syntax.complaints + checker.complaints
        guard complaints.isEmpty, let scheme = checker.scheme(source: String(decoding: bytes, as: UTF8.self)) else {
            return refused(complaints, articles: text.articles)
        }
        return .success(scheme)
    }

    /// The nearest heading above the line; empty where there is none.
    static func article(at line: Int, among articles: [SchemeArticle]) -> String {
        articles.last { $0.line <= line }?.heading ?? ""
    }

    private static func refused(
        _ complaints: [Complaint], articles: [SchemeArticle]
    ) -> Result<Scheme, SchemeProblems> {
        let problems = complaints.map { complaint in
            SchemeProblem(
                code: complaint.code, line: complaint.position.line, column: complaint.position.column,
                article: article(at: complaint.position.line, among: articles), message: complaint.message)
        }
        return .failure(SchemeProblems(problems))
    }

    private static func tooLarge(_ count: Int) -> Complaint {
        Complaint(
            "file-too-large", SourcePosition(line: 1, column: 1),
            zh: "文件有 \(count) 字节，上限为 \(SchemeLimits.bytes) 字节。请把说明材料移到附件。",
            en: "The file has \(count) bytes; at most \(SchemeLimits.bytes) are allowed."
                + " Move explanations into an annex.")
    }

    /// The first unreadable or invisible character of each line.
    private static func characterComplaints(
        rows: [ArraySlice<UInt8>], lines: [[Unicode.Scalar]]
    ) -> [Complaint] {
        var complaints: [Complaint] = []
        for (index, scalars) in lines.enumerated() {
            guard let column = scalars.firstIndex(where: InvisibleScalars.contains) else { continue }
            let position = SourcePosition(line: index + 1, column: column + 1)
            if String(validating: rows[index], as: UTF8.self) == nil {
                complaints.append(
                    Complaint(
                        "not-utf8", position, zh: "此处不是 UTF-8 编码。请将文件另存为 UTF-8。",
                        en: "This is not UTF-8. Save the file as UTF-8."))
            } else {
                let number = String(scalars[column].value, radix: 16, uppercase: true)
                complaints.append(
                    Complaint(
                        "forbidden-character", position,
                        zh: "此处有看不见的字符 U+\(number)（制表符、回车符、方向控制符等）。请删去；换行只用 LF。",
                        en: "Here is an invisible character, U+\(number) (tab, carriage return, direction mark …)."
                            + " Remove it; lines end with LF alone."))
            }
        }
        return complaints
    }
}
