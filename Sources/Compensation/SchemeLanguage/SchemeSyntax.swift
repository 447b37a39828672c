/// The statements of a scheme file as written, with everything found wrong on the way.
struct SchemeSyntax {
    private(set) var statements: [SyntaxStatement] = []
    private(set) var complaints: [Complaint] = []

    init(_ text: LiterateText) {
        for block in text.blocks {
            read(block)
        }
        if statements.count > SchemeLimits.statements {
            let first = statements[SchemeLimits.statements]
            complaints.append(
                Complaint(
                    "too-many-statements", first.position,
                    zh: "规则超过 \(SchemeLimits.statements) 句。请合并或拆成两个方案。",
                    en: "There are more than \(SchemeLimits.statements) statements. Join some or make two schemes."))
        }
    }

    private mutating func read(_ block: [LiterateText.Line]) {
        var open: [LiterateText.Line] = []
        for line in block where line.scalars.contains(where: { $0 != " " }) {
            if line.scalars.first != " " {
                finish(open)
                open = [line]
            } else if open.isEmpty {
                complaints.append(
                    Complaint(
                        "indented-statement", SourcePosition(line: line.number, column: 1),
                        zh: "代码块的第一句须顶格书写；缩进的行是上一句的延续。",
                        en: "The first statement of a block begins at the start of its line;"
                            + " an indented line continues the one above."))
            } else {
                open.append(line)
            }
        }
        finish(open)
    }

    private mutating func finish(_ lines: [LiterateText.Line]) {
        guard let first = lines.first else { return }
        let source = lines.map { line in
            var view = String.UnicodeScalarView()
            view.append(contentsOf: line.scalars)
            return String(view)
        }
        // Split at spaces, so that a line that the lexer refuses still says what it was meant to declare.
        let words = (source.first ?? "").split(separator: " ", maxSplits: 2).map(String.init)
        var tokens: [Token] = []
        var form = SyntaxStatement.Form.mistaken(nil)
        do throws(Complaint) {
            for line in lines { tokens += try Lexer.tokens(of: line) }
            form = try StatementParser.form(of: tokens)
        } catch {
            complaints.append(error)
            form = .mistaken(words.count > 1 ? words[1] : nil)
        }
        statements.append(
            SyntaxStatement(
                form: form, keyword: words.first ?? "",
                position: SourcePosition(line: first.number, column: 1),
                source: source.joined(separator: "\n")))
    }
}
