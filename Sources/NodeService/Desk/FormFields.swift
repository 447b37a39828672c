import Presentation

/// What a form has sent: texts by their names, and at most one file.
struct FormFields {
    struct File {
        let name: String
        let bytes: [UInt8]
    }

    private(set) var texts: [(name: String, value: String)] = []
    private(set) var file: File?

    private static let mostFields = 100

    /// The first of its name.
    subscript(_ name: String) -> String? { texts.first { $0.name == name }?.value }

    /// `nil` as well for one that is empty.
    func text(_ name: String) -> String? { self[name].flatMap { $0.isEmpty ? nil : $0 } }

    /// On one line, as everything in an entry is shown: a line break is a blank.
    func line(_ name: String) -> String? {
        self[name].map { $0.split(whereSeparator: \.isNewline).joined(separator: " ") }
    }

    /// - Parameter type: the field `Content-Type`.
    /// - Returns: `nil` for a body that is neither kind, or not whole.
    init?(_ body: [UInt8], type: String) {
        let parts = type.split(separator: ";").map { $0.trimmingPrefix { $0 == " " } }
        switch parts.first?.lowercased() {
        case "application/x-www-form-urlencoded": guard readPairs(body) else { return nil }
        case "multipart/form-data":
            guard let boundary = parts.dropFirst().lazy.compactMap({ Self.boundary(String($0)) }).first,
                readParts(body, boundary)
            else { return nil }
        default: return nil
        }
    }

    private mutating func take(_ name: String, _ value: String) -> Bool {
        guard texts.count < Self.mostFields else { return false }
        texts.append((name, value))
        return true
    }

    // MARK: application/x-www-form-urlencoded (WHATWG URL, 5.1)

    private mutating func readPairs(_ body: [UInt8]) -> Bool {
        for pair in body.split(separator: UInt8(ascii: "&")) {
            let halves = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = Self.decoded(halves[0]), let value = Self.decoded(halves.count > 1 ? halves[1] : []),
                take(name, value)
            else { return false }
        }
        return true
    }

    private static func decoded(_ bytes: ArraySlice<UInt8>) -> String? {
        var decoded: [UInt8] = []
        var rest = bytes
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "+"): decoded.append(UInt8(ascii: " "))
            case UInt8(ascii: "%"):
                let digits = rest.prefix(2)
                guard digits.count == 2, digits.allSatisfy({ Character(UnicodeScalar($0)).isHexDigit }),
                    let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
                else { return nil }
                decoded.append(value)
                rest = rest.dropFirst(2)
            default: decoded.append(byte)
            }
        }
        return String(validating: decoded, as: UTF8.self)
    }

    // MARK: multipart/form-data (RFC 7578)

    private static func boundary(_ parameter: String) -> String? {
        guard parameter.lowercased().hasPrefix("boundary=") else { return nil }
        let value = parameter.dropFirst("boundary=".count)
        let bare =
            value.hasPrefix("\"") && value.hasSuffix("\"") && value.count > 2 ? value.dropFirst().dropLast() : value
        return (1...70).contains(bare.utf8.count) ? String(bare) : nil
    }

    private mutating func readParts(_ body: [UInt8], _ boundary: String) -> Bool {
        let delimiter = Array("\r\n--\(boundary)".utf8)
        // The first delimiter has no line before it.
        let all = [0x0D, 0x0A] + body
        var rest = all[...]
        guard let first = rest.firstRange(of: delimiter), first.lowerBound == rest.startIndex else { return false }
        rest = rest[first.upperBound...]
        while true {
            if rest.starts(with: Array("--".utf8)) { return true }
            guard rest.starts(with: Array("\r\n".utf8)), let end = rest.firstRange(of: delimiter),
                readPart(rest[(rest.startIndex + 2)..<max(end.lowerBound, rest.startIndex + 2)])
            else { return false }
            rest = rest[end.upperBound...]
        }
    }

    private mutating func readPart(_ part: ArraySlice<UInt8>) -> Bool {
        guard let gap = part.firstRange(of: Array("\r\n\r\n".utf8)), gap.lowerBound - part.startIndex <= 4_096,
            let head = String(validating: part[..<gap.lowerBound], as: UTF8.self)
        else { return false }
        let content = part[gap.upperBound...]
        let lines = head.split(separator: "\r\n").map(String.init)
        guard let disposition = lines.first(where: { $0.lowercased().hasPrefix("content-disposition:") }),
            let name = Self.parameter("name", of: disposition)
        else { return false }
        if let fileName = Self.parameter("filename", of: disposition) {
            guard file == nil else { return false }
            file = File(name: Self.bare(fileName), bytes: Array(content))
            return true
        }
        guard let value = String(validating: content, as: UTF8.self) else { return false }
        return take(name, value)
    }

    /// `name="value"`, with the escapes that browsers write for a quote and line ends (HTML, 4.10.21.8).
    private static func parameter(_ name: String, of line: String) -> String? {
        guard let start = line.ranges(of: "; \(name)=\"").first?.upperBound,
            let end = line[start...].firstIndex(of: "\"")
        else { return nil }
        let value = String(line[start..<end])
        return value.replacing("%22", with: "\"").replacing("%0D", with: "").replacing("%0A", with: "")
    }

    /// Without any folder and whatever a terminal would obey. By scalars: with a combining mark after it a slash is
    /// another character.
    private static func bare(_ name: String) -> String {
        let parts = name.unicodeScalars.split(whereSeparator: { $0 == "/" || $0 == "\\" })
        guard let last = parts.last else { return "" }
        return TerminalText.visible(String(last))
    }
}
