/// Blanks what is not code in a Swift source: comments and the contents of string literals.
///
/// Lines and quotes stay where they are, and code inside an interpolation stays code. Regular
/// expression literals are known in the form `#/…/#` only: a bare `/…/` that holds a quote would
/// be taken for the start of a string.
struct CommentStripper {
    private let source: [UInt8]
    private var position = 0
    private var code: [UInt8] = []

    private init(_ source: String) {
        self.source = Array(source.utf8)
    }

    /// The code of a source, line for line.
    static func code(of source: String) -> String {
        var stripper = CommentStripper(source)
        while stripper.position < stripper.source.count {
            // Returns early only at a closing parenthesis that nothing opened.
            stripper.copyCode()
            stripper.copyByte()
        }
        return String(decoding: stripper.code, as: UTF8.self)
    }

    /// Copies code up to the parenthesis that closes an interpolation, or to the end.
    private mutating func copyCode() {
        var depth = 0
        while position < source.count {
            if looking(at: "//") {
                blank(until: "\n")
            } else if looking(at: "/*") {
                blankBlockComment()
            } else if looking(at: "#/") {
                blank(count: 2)
                blank(until: "/#")
                blank(count: 2)
            } else if let hashes = literalStart() {
                blankLiteral(hashes: hashes)
            } else {
                let byte = source[position]
                if byte == UInt8(ascii: ")") {
                    guard depth > 0 else { return }
                    depth -= 1
                } else if byte == UInt8(ascii: "(") {
                    depth += 1
                }
                copyByte()
            }
        }
    }

    private mutating func blankBlockComment() {
        var depth = 0
        repeat {
            if looking(at: "/*") {
                depth += 1
                blank(count: 2)
            } else if looking(at: "*/") {
                depth -= 1
                blank(count: 2)
            } else {
                blank(count: 1)
            }
        } while depth > 0 && position < source.count
    }

    /// How many `#` open the string literal that starts here; `nil` if none starts here.
    private func literalStart() -> Int? {
        var hashes = 0
        while position + hashes < source.count, source[position + hashes] == UInt8(ascii: "#") {
            hashes += 1
        }
        let quote = position + hashes
        return quote < source.count && source[quote] == UInt8(ascii: "\"") ? hashes : nil
    }

    private mutating func blankLiteral(hashes: Int) {
        let marks = String(repeating: "#", count: hashes)
        blank(count: hashes)
        let isMultiline = looking(at: "\"\"\"")
        let quotes = isMultiline ? "\"\"\"" : "\""
        copy(count: quotes.utf8.count)
        while position < source.count, !looking(at: quotes + marks) {
            if looking(at: "\\" + marks + "(") {
                blank(count: 1 + hashes)
                copyByte()
                copyCode()
                copyByte()
            } else if looking(at: "\\" + marks) {
                blank(count: 2 + hashes)
            } else if source[position] == UInt8(ascii: "\n"), !isMultiline {
                return
            } else {
                blank(count: 1)
            }
        }
        copy(count: quotes.utf8.count)
        blank(count: hashes)
    }

    private func looking(at text: String) -> Bool {
        source[position...].starts(with: text.utf8)
    }

    private mutating func blank(until end: String) {
        while position < source.count, !looking(at: end) {
            blank(count: 1)
        }
    }

    private mutating func blank(count: Int) {
        for _ in 0..<count where position < source.count {
            let isLineEnd = source[position] == UInt8(ascii: "\n")
            code.append(isLineEnd ? UInt8(ascii: "\n") : UInt8(ascii: " "))
            position += 1
        }
    }

    private mutating func copy(count: Int) {
        for _ in 0..<count {
            copyByte()
        }
    }

    private mutating func copyByte() {
        guard position < source.count else { return }
        code.append(source[position])
        position += 1
    }
}
