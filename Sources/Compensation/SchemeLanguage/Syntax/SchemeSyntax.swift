/// The statements of a scheme file as written, with everything found wrong on the way.
struct SchemeSyntax {
    private(set) var statements: [SyntaxStatement] = []
    private(set) var complaints: [Complaint] = []

    /// The lines of one statement.
    private struct Passage {
        let lines: [LiterateText.Line]
        let source: [String]
        /// Nil where the lexer found a mistake.
        let tokens: [Token]?
    }

    /// The units that the text may use, its own included.
    private(set) var units = Units.standard
    private var passages: [Passage] = []

    init(_ text: LiterateText) {
        for block in text.blocks {
            read(block)
        }
        for passage in passages { defineUnit(passage) }
        for passage in passages { parse(passage) }
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
        guard !lines.isEmpty else { return }
        let source = lines.map { line in
            var view = String.UnicodeScalarView()
            view.append(contentsOf: line.scalars)
            return String(view)
        }
        var tokens: [Token]? = []
        do throws(Complaint) {
            for line in lines { tokens?.append(contentsOf: try Lexer.tokens(of: line)) }
        } catch {
            complaints.append(error)
            tokens = nil
        }
        passages.append(Passage(lines: lines, source: source, tokens: tokens))
    }

    /// Units first: every statement may use them, wherever they are defined.
    private mutating func defineUnit(_ passage: Passage) {
        guard let tokens = passage.tokens, tokens.count > 1, tokens[0].isWord("unit"),
            case .word(let name) = tokens[1].kind, !units.define(name)
        else { return }
        complaints.append(
            Complaint(
                "redefinition", tokens[1].position,
                zh: "单位“\(name)”已有，或自定单位超过 \(Dimension.ownUnits) 个。",
                en: "The unit \"\(name)\" exists already, or there are more than \(Dimension.ownUnits) own units."))
    }

    private mutating func parse(_ passage: Passage) {
        guard let first = passage.lines.first else { return }
        // Split at spaces, so that a line that the lexer refuses still says what it was meant to declare.
        let words = (passage.source.first ?? "").split(separator: " ", maxSplits: 2).map(String.init)
        var form = SyntaxStatement.Form.mistaken(words.count > 1 ? words[1] : nil)
        if let tokens = passage.tokens {
            do throws(Complaint) {
                form = try StatementParser.form(of: tokens, units)
            } catch {
                complaints.append(error)
            }
        }
        statements.append(
            SyntaxStatement(
                form: form, keyword: words.first ?? "",
                position: SourcePosition(line: first.number, column: 1),
                source: passage.source.joined(separator: "\n")))
    }
}
