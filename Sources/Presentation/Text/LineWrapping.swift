/// Breaks lines where the terminal would, but at places where a reader expects it: at blanks, and between Chinese
/// characters, never before a closing mark nor after an opening one.
public enum LineWrapping {
    private static let closing = Set<Character>("，。；：！？、）】》」』”’…·,.;:!?)]}%")  // lookup only: marks
    private static let opening = Set<Character>("（【《「『“‘([{$")  // lookup only: marks

    /// - Parameters:
    ///   - line: without line ends.
    ///   - columns: cells of the terminal.
    ///   - indent: cells before each further line.
    /// - Returns: one line, or several of which each fits unless one word is longer than the room.
    public static func wrapped(_ line: String, columns: Int, indent: Int) -> [String] {
        let indent = min(indent, columns / 2)
        guard DisplayWidth.of(line) > columns else { return [line] }
        let blanks = String(repeating: " ", count: indent)
        var lines: [String] = []
        var current = ""
        var width = 0
        for piece in pieces(line) {
            let visible = DisplayWidth.of(piece.trimmed)
            if width + visible > columns, !current.allSatisfy({ $0 == " " }) {
                lines.append(current.trimmed)
                current = blanks
                width = indent
                guard piece.contains(where: { $0 != " " }) else { continue }
            }
            current += piece
            width += DisplayWidth.of(piece)
        }
        if !current.allSatisfy({ $0 == " " }) { lines.append(current.trimmed) }
        return lines
    }

    /// What must not be broken, blanks at its end included.
    private static func pieces(_ line: String) -> [String] {
        var pieces: [String] = []
        var piece = ""
        for character in line {
            if let last = piece.last, mayBreak(last, character), !piece.isEmpty {
                pieces.append(piece)
                piece = ""
            }
            piece.append(character)
        }
        return piece.isEmpty ? pieces : pieces + [piece]
    }

    private static func mayBreak(_ left: Character, _ right: Character) -> Bool {
        if right == " " { return false }
        if left == " " { return true }
        guard !closing.contains(right), !opening.contains(left) else { return false }
        return DisplayWidth.of(left) == 2 || DisplayWidth.of(right) == 2
    }
}

extension String {
    /// Without blanks at its end.
    fileprivate var trimmed: String { String(reversed().drop { $0 == " " }.reversed()) }
}
