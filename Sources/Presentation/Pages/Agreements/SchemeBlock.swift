/// A piece of a scheme's Markdown as it is shown.
enum SchemeBlock: Equatable {
    case heading(level: Int, text: String)
    case paragraph(String)
    case items([String])
    /// Rows of cells; the first is the heading.
    case table([[String]])
    /// Between fences: rules that the node computes, or other text.
    case fenced([String], isRules: Bool)

    /// The blocks of a text, in order. Whatever is none of these kinds is a paragraph: nothing is left out.
    static func blocks(of source: String) -> [SchemeBlock] {
        var reader = Reader()
        for line in source.split(separator: "\n", omittingEmptySubsequences: false) {
            reader.read(line.last == "\r" ? String(line.dropLast()) : String(line))
        }
        reader.close()
        return reader.blocks
    }

    private struct Reader {
        var blocks: [SchemeBlock] = []
        private var open: SchemeBlock?
        private var fence: String?

        mutating func read(_ line: String) {
            let words = line.drop { $0 == " " }
            if let fence { return readFenced(line, fence) }
            if words.hasPrefix("```") || words.hasPrefix("~~~") {
                close()
                fence = String(words.prefix(3))
                open = .fenced([], isRules: words.hasPrefix("```tongzhou"))
            } else if words.isEmpty {
                close()
            } else if let heading = Self.heading(line) {
                close()
                blocks.append(heading)
            } else if words.hasPrefix("- ") || words.hasPrefix("* ") {
                add(item: String(words.dropFirst(2)))
            } else if words.hasPrefix("|") {
                add(row: Self.cells(words))
            } else {
                add(text: String(words))
            }
        }

        mutating func close() {
            if let open { blocks.append(open) }
            open = nil
            fence = nil
        }

        private mutating func readFenced(_ line: String, _ fence: String) {
            guard case .fenced(let lines, let isRules) = open else { return }
            let isEnd = line.drop { $0 == " " }.hasPrefix(fence)
            if isEnd { close() } else { open = .fenced(lines + [line], isRules: isRules) }
        }

        private mutating func add(item: String) {
            if case .items(let items) = open {
                open = .items(items + [item])
            } else {
                close()
                open = .items([item])
            }
        }

        private mutating func add(row: [String]) {
            let isRule = row.allSatisfy { !$0.isEmpty && $0.allSatisfy { $0 == "-" || $0 == ":" } }
            if case .table(let rows) = open {
                if !isRule { open = .table(rows + [row]) }
            } else {
                close()
                open = .table([row])
            }
        }

        private mutating func add(text: String) {
            switch open {
            case .paragraph(let before): open = .paragraph(Self.joined(before, text))
            case .items(let items):
                open = .items(items.dropLast() + [Self.joined(items.last ?? "", text)])
            default:
                close()
                open = .paragraph(text)
            }
        }

        /// A line break stands for a blank, which Chinese does not want between its characters.
        private static func joined(_ before: String, _ next: String) -> String {
            let isLatin =
                (before.unicodeScalars.last?.isASCII ?? false) && (next.unicodeScalars.first?.isASCII ?? false)
            return before + (isLatin ? " " : "") + next
        }

        private static func heading(_ line: String) -> SchemeBlock? {
            let level = line.prefix { $0 == "#" }.count
            guard (1...6).contains(level), line.dropFirst(level).first == " " else { return nil }
            return .heading(level: level, text: String(line.dropFirst(level).drop { $0 == " " }))
        }

        private static func cells(_ line: Substring) -> [String] {
            var cells = line.split(separator: "|", omittingEmptySubsequences: false).dropFirst()
                .map { String($0.drop { $0 == " " }) }
            if cells.last?.isEmpty ?? false { cells.removeLast() }
            return cells.map { cell in String(cell.reversed().drop { $0 == " " }.reversed()) }
        }
    }
}
