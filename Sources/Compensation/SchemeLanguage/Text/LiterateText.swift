/// The Markdown around the rules: which lines are headings and which stand in blocks for the machine.
///
/// Everything that a reader of the rendered text could miss (comments, raw HTML, a block inside a quotation)
/// is refused: what people sign is what they saw.
struct LiterateText {
    struct Line {
        let number: Int
        let scalars: [Unicode.Scalar]
    }

    private(set) var articles: [SchemeArticle] = []
    /// The lines of each block for the machine, in the order of the text.
    private(set) var blocks: [[Line]] = []
    private(set) var complaints: [Complaint] = []

    private enum State {
        case prose
        case rules(openedAt: Int, lines: [Line])
        case otherFence(marker: Unicode.Scalar, length: Int)
    }

    private static let mark = "```tongzhou"

    init(lines: [[Unicode.Scalar]]) {
        var state = State.prose
        for (index, scalars) in lines.enumerated() {
            read(Line(number: index + 1, scalars: scalars), &state)
        }
        if case .rules(let openedAt, _) = state {
            complain(
                "unclosed-block", openedAt, 1, zh: "代码块没有结束。请在规则之后另起一行写 ```。",
                en: "This block is not closed. Put a line with ``` after the rules.")
        }
        if blocks.isEmpty && complaints.isEmpty {
            complain(
                "no-block", 1, 1, zh: "全文没有以 ```tongzhou 开头的代码块。请在条款之后写出规则。",
                en: "The text has no block that begins with ```tongzhou. Write the rules after the articles.")
        }
    }

    private mutating func read(_ line: Line, _ state: inout State) {
        let text = trimmedEnd(line.scalars)
        switch state {
        case .rules(let openedAt, var lines):
            if text == "```" {
                blocks.append(lines)
                state = .prose
            } else {
                lines.append(line)
                state = .rules(openedAt: openedAt, lines: lines)
            }
        case .otherFence(let marker, let length):
            let fence = Self.fence(line.scalars)
            if let fence, fence.marker == marker, fence.length >= length, fence.isBare { state = .prose }
            refuseMisplacedMark(line)
        case .prose:
            if text == Self.mark {
                state = .rules(openedAt: line.number, lines: [])
            } else {
                readProse(line, text, &state)
            }
        }
    }

    private mutating func readProse(_ line: Line, _ text: String, _ state: inout State) {
        refuseMisplacedMark(line)
        if let fence = Self.fence(line.scalars) {
            state = .otherFence(marker: fence.marker, length: fence.length)
            return
        }
        let level = line.scalars.prefix { $0 == "#" }.count
        if (1...6).contains(level), line.scalars.dropFirst(level).first == " " {
            let words = line.scalars.dropFirst(level).drop { $0 == " " }
            articles.append(SchemeArticle(heading: trimmedEnd(Array(words)), line: line.number))
        }
        refuseRawHTML(line)
    }

    private mutating func refuseMisplacedMark(_ line: Line) {
        let mark = Array("tongzhou".unicodeScalars)
        for column in line.scalars.indices.dropFirst(3)
        where line.scalars[column...].starts(with: mark) {
            let marker = line.scalars[column - 1]
            guard marker == "`" || marker == "~", line.scalars[column - 2] == marker,
                line.scalars[column - 3] == marker
            else { continue }
            complain(
                "misplaced-block", line.number, column - 2,
                zh: "规则代码块须以单独一行、顶格的 ```tongzhou 开头，不得缩进、引用或嵌在其他代码块中。",
                en: "A block of rules begins with ```tongzhou alone at the start of a line,"
                    + " not indented, quoted or inside another block.")
        }
    }

    private mutating func refuseRawHTML(_ line: Line) {
        for (column, scalar) in line.scalars.enumerated() where scalar == "<" {
            let rest = line.scalars[(column + 1)...]
            guard let next = rest.first else { continue }
            let opensTag = (next.isASCII && next.properties.isAlphabetic) || next == "!" || next == "/" || next == "?"
            let isAddress = ["http://", "https://"].contains { rest.starts(with: $0.unicodeScalars) }
            guard opensTag && !isAddress else { continue }
            complain(
                "raw-html", line.number, column + 1,
                zh: "正文不得含有 HTML 标记或注释：它们可能遮盖读者应当看到的内容。请删去，或将 < 改写为“小于”。",
                en: "The text may not contain HTML: it could hide what readers should see."
                    + " Remove it, or write \"less than\" in words.")
        }
    }

    /// A line of at least three ` or ~ opens or, when nothing else stands on it, closes a block.
    private static func fence(
        _ scalars: [Unicode.Scalar]
    ) -> (marker: Unicode.Scalar, length: Int, isBare: Bool)? {
        let indent = scalars.prefix { $0 == " " }.count
        let rest = scalars.dropFirst(indent)
        guard indent <= 3, let marker = rest.first, marker == "`" || marker == "~" else { return nil }
        let length = rest.prefix { $0 == marker }.count
        let after = rest.dropFirst(length)
        guard length >= 3, marker == "~" || !after.contains("`") else { return nil }
        return (marker, length, after.allSatisfy { $0 == " " })
    }

    private func trimmedEnd(_ scalars: [Unicode.Scalar]) -> String {
        var text = String.UnicodeScalarView()
        let length = scalars.lastIndex { $0 != " " }.map { $0 + 1 } ?? 0
        text.append(contentsOf: scalars.prefix(length))
        return String(text)
    }

    private mutating func complain(_ code: String, _ line: Int, _ column: Int, zh: String, en: String) {
        complaints.append(Complaint(code, SourcePosition(line: line, column: column), zh: zh, en: en))
    }
}
