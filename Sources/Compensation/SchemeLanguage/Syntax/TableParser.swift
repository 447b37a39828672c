/// A table: its first line and one line per entry.
enum TableParser {
    static func form(of tokens: [Token], _ units: Units) throws(Complaint) -> SyntaxStatement.Form {
        var lines: [[Token]] = []
        for token in tokens {
            if lines.last?.last?.position.line == token.position.line {
                lines[lines.count - 1].append(token)
            } else {
                lines.append([token])
            }
        }
        var head = StatementParser(reader: TokenReader(lines[0]), units: units)
        try head.reader.expect(word: "table")
        let declaration = try head.indexedDeclaration()
        let isUnverified = head.reader.take(word: "unverified")
        try head.reader.expectEnd()
        guard !declaration.variables.isEmpty, lines.count > 1 else {
            throw Complaint(
                "syntax", declaration.position, zh: "表须写明 for … in …，并至少有一行数据，每行一项，如“云南省: 1”。",
                en: "A table stands for … in … and has at least one line, each with one entry, such as 云南省: 1.")
        }
        var entries: [SyntaxStatement.TableLine] = []
        for line in lines.dropFirst() { entries.append(try entry(line, units)) }
        return .table(declaration, entries, isUnverified: isUnverified)
    }

    private static func entry(_ tokens: [Token], _ units: Units) throws(Complaint) -> SyntaxStatement.TableLine {
        var parser = StatementParser(reader: TokenReader(tokens), units: units)
        let position = parser.reader.position
        var keys: [SyntaxStatement.TableLine.Key]?
        if !parser.reader.take(word: "otherwise") {
            var found: [SyntaxStatement.TableLine.Key] = []
            repeat { found.append(try key(&parser.reader)) } while parser.reader.take(symbol: ",")
            keys = found
        }
        try parser.reader.expect(symbol: ":")
        let value = try parser.parsed { expression throws(Complaint) in try expression.expression() }
        try parser.reader.expectEnd()
        return SyntaxStatement.TableLine(arguments: keys, value: value, position: position)
    }

    private static func key(_ reader: inout TokenReader) throws(Complaint) -> SyntaxStatement.TableLine.Key {
        let position = reader.position
        let isTime =
            switch reader.next?.kind {
            case .number: true
            case .word(let word): Period(word) != nil
            case .text, .symbol, nil: false
            }
        guard isTime else { return .word(try reader.word(zh: "成员名称", en: "the name of a member")) }
        let first = try reader.period()
        let last = reader.take(word: "to") ? try reader.period() : first
        guard first.kind == last.kind, first <= last else {
            throw Complaint(
                "range-reversed", position, zh: "起始晚于终止，或两者不是同一种核算期。请改正。",
                en: "The range ends before it begins, or mixes two kinds of periods.")
        }
        return .periods(first, last, position)
    }
}
