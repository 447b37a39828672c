/// Cuts a line of rules into tokens.
///
/// A word is a run of letters, digits, `_` and Chinese characters; `-` and `/` between two letters belong to
/// the word (`NH3-N`, `mg/L`), so operators are written with spaces around them. A number ends where a Chinese
/// character begins: `40万元` is a number and a unit.
struct Lexer {
    private let scalars: [Unicode.Scalar]
    private let line: Int
    private var index = 0

    static func tokens(of line: LiterateText.Line) throws(Complaint) -> [Token] {
        var lexer = Lexer(scalars: line.scalars, line: line.number)
        return try lexer.run()
    }

    private init(scalars: [Unicode.Scalar], line: Int) {
        self.scalars = scalars
        self.line = line
    }

    private mutating func run() throws(Complaint) -> [Token] {
        var tokens: [Token] = []
        while let scalar = peek() {
            if scalar == " " {
                index += 1
            } else {
                let position = SourcePosition(line: line, column: index + 1)
                tokens.append(Token(kind: try next(scalar, position), position: position))
            }
        }
        return tokens
    }

    private mutating func next(_ scalar: Unicode.Scalar, _ position: SourcePosition) throws(Complaint) -> Token.Kind {
        if scalar == "\"" { return .text(try quoted(position)) }
        if Self.isDigit(scalar) { return try numberOrWord(position) }
        if Self.isWordPart(scalar) {
            let start = index
            skipWord()
            return .word(text(from: start))
        }
        return .symbol(try symbol(scalar, position))
    }

    private mutating func quoted(_ position: SourcePosition) throws(Complaint) -> String {
        let start = index + 1
        index = start
        while let scalar = peek(), scalar != "\"" {
            index += 1
        }
        guard peek() != nil else {
            throw Complaint(
                "unclosed-text", position, zh: "引号没有结束。请在同一行补上后一个 \"。",
                en: "This quotation is not closed. Put the second \" on the same line.")
        }
        let content = text(from: start)
        index += 1
        guard content.unicodeScalars.contains(where: { !InvisibleScalars.containsOrIsSpace($0) }) else {
            throw Complaint(
                "empty-text", position, zh: "引号内没有文字。请写明名称。", en: "The quotation is empty. Write the name.")
        }
        return content
    }

    private mutating func numberOrWord(_ position: SourcePosition) throws(Complaint) -> Token.Kind {
        let start = index
        while let scalar = peek(), Self.isDigit(scalar) || (scalar == "." && peek(1).map(Self.isDigit) == true) {
            index += 1
        }
        let digits = text(from: start)
        if let scalar = peek(), Self.isWordPart(scalar) && scalar.isASCII || joins(scalar, digitAfterSlash: false) {
            skipWord()
            guard !digits.utf8.contains(UInt8(ascii: ".")) else {
                throw malformedNumber(text(from: start), position)
            }
            return .word(text(from: start))
        }
        guard let number = ExactDecimal(digits) else { throw malformedNumber(digits, position) }
        return .number(number)
    }

    private func malformedNumber(_ written: String, _ position: SourcePosition) -> Complaint {
        Complaint(
            "number-form", position,
            zh: "“\(written)”不是规范的数字。写法如 40、0.05，至多 18 位，数字与单位之间留一个空格。",
            en: "\"\(written)\" is not a proper number. Write 40 or 0.05, at most 18 digits,"
                + " with a space before the unit.")
    }

    private mutating func symbol(_ scalar: Unicode.Scalar, _ position: SourcePosition) throws(Complaint) -> String {
        index += 1
        let isPair = peek() == "="
        switch scalar {
        case "<", ">", "!":
            if isPair { index += 1 }
            if scalar != "!" || isPair { return String(scalar) + (isPair ? "=" : "") }
        case "≤": return "<="
        case "≥": return ">="
        case "≠": return "!="
        case "=", "(", ")", "+", "-", "*", "/", ",", ":", "%": return String(scalar)
        default: break
        }
        let plain = Self.fullWidth.first { $0.wide == scalar }?.plain
        throw Complaint(
            "unexpected-character", position,
            zh: "规则中不能使用字符“\(scalar)”。" + (plain.map { "请改用半角 \($0)。" } ?? "请删去或改写。"),
            en: "The character \"\(scalar)\" has no meaning in a rule. "
                + (plain.map { "Write \($0) instead." } ?? "Remove or rewrite it."))
    }

    private static let fullWidth: [(wide: Unicode.Scalar, plain: String)] = [
        ("：", ":"), ("，", ","), ("、", ","), ("（", "("), ("）", ")"), ("“", "\""), ("”", "\""), ("＝", "="),
        ("＋", "+"), ("－", "-"), ("×", "*"), ("÷", "/"), ("％", "%"), ("＜", "<"), ("＞", ">"),
        ("\u{3000}", "半角空格 (an ordinary space)"),
    ]

    private mutating func skipWord() {
        while let scalar = peek(), Self.isWordPart(scalar) || joins(scalar, digitAfterSlash: true) {
            index += 1
        }
    }

    /// Whether a `-` or `/` here stands between two parts of one word.
    private func joins(_ scalar: Unicode.Scalar, digitAfterSlash: Bool) -> Bool {
        guard let after = peek(1), Self.isWordPart(after) else { return false }
        return scalar == "-" || (scalar == "/" && digitAfterSlash)
    }

    private func peek(_ offset: Int = 0) -> Unicode.Scalar? {
        index + offset < scalars.count ? scalars[index + offset] : nil
    }

    private func text(from start: Int) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars[start..<index])
        return String(view)
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
        (0x30...0x39).contains(scalar.value)
    }

    /// Written out as ranges because character categories change with the Unicode version of the runtime.
    /// None of these has a second, canonically equivalent spelling.
    private static func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F: true  // 0-9 A-Z a-z _
        case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0x20000...0x2EE5D, 0x30000...0x323AF: true  // Chinese characters
        case 0x3007: true  // 〇
        case 0x2160...0x2164: true  // Ⅰ…Ⅴ
        case 0xB2, 0xB3, 0xB5, 0x3BC, 0x2103: true  // ² ³ µ μ ℃ of units
        default: false
        }
    }
}
