/// Reads ``JSONText``; its depth, and with it the stack, is bounded.
struct JSONTextReader {
    private let bytes: [UInt8]
    private var position = 0

    private static let deepest = 8

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func document() throws(JSONText.Problem) -> JSONText {
        let value = try value(depth: 0)
        skipBlanks()
        guard position == bytes.count else { throw problem(.syntax) }
        return value
    }

    private func problem(_ reason: JSONText.Problem.Reason) -> JSONText.Problem {
        JSONText.Problem(reason: reason, offset: position)
    }

    private var current: UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func skipBlanks() {
        while let byte = current, [0x20, 0x09, 0x0A, 0x0D].contains(byte) { position += 1 }
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard current == UInt8(ascii: character) else { return false }
        position += 1
        return true
    }

    private mutating func value(depth: Int) throws(JSONText.Problem) -> JSONText {
        guard depth < Self.deepest else { throw problem(.tooDeep) }
        skipBlanks()
        switch current {
        case UInt8(ascii: "{"): return try object(depth: depth)
        case UInt8(ascii: "["): return try array(depth: depth)
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: return try number()
        }
    }

    private mutating func word(_ word: String, _ value: JSONText) throws(JSONText.Problem) -> JSONText {
        guard bytes[position...].starts(with: word.utf8) else { throw problem(.syntax) }
        position += word.utf8.count
        return value
    }

    private mutating func digits() throws(JSONText.Problem) {
        guard let first = current, (48...57).contains(first) else { throw problem(.syntax) }
        while let digit = current, (48...57).contains(digit) { position += 1 }
    }

    private mutating func number() throws(JSONText.Problem) -> JSONText {
        let start = position
        _ = take("-")
        if !take("0") { try digits() }
        if take(".") { try digits() }
        if take("e") || take("E") {
            if !take("+") { _ = take("-") }
            try digits()
        }
        return .number(String(decoding: bytes[start..<position], as: UTF8.self))
    }

    private mutating func array(depth: Int) throws(JSONText.Problem) -> JSONText {
        position += 1
        var elements: [JSONText] = []
        skipBlanks()
        if take("]") { return .array(elements) }
        repeat {
            elements.append(try value(depth: depth + 1))
            skipBlanks()
        } while take(",")
        guard take("]") else { throw problem(.syntax) }
        return .array(elements)
    }

    private mutating func object(depth: Int) throws(JSONText.Problem) -> JSONText {
        position += 1
        var members: [(name: String, value: JSONText)] = []
        var names: Set<[UInt8]> = []
        skipBlanks()
        if take("}") { return .object(members) }
        repeat {
            skipBlanks()
            let name = try string()
            guard names.insert(Array(name.utf8)).inserted else { throw problem(.duplicateName) }
            skipBlanks()
            guard take(":") else { throw problem(.syntax) }
            members.append((name, try value(depth: depth + 1)))
            skipBlanks()
        } while take(",")
        guard take("}") else { throw problem(.syntax) }
        return .object(members)
    }

    private mutating func string() throws(JSONText.Problem) -> String {
        guard take("\"") else { throw problem(.syntax) }
        var text: [UInt8] = []
        while let byte = current {
            position += 1
            switch byte {
            case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
            case UInt8(ascii: "\\"): text += String(try escape()).utf8
            case 0..<0x20: throw problem(.syntax)
            default: text.append(byte)
            }
        }
        throw problem(.syntax)
    }

    private mutating func escape() throws(JSONText.Problem) -> Unicode.Scalar {
        guard let letter = current else { throw problem(.syntax) }
        position += 1
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(letter)
        case UInt8(ascii: "b"): return "\u{08}"
        case UInt8(ascii: "f"): return "\u{0C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): return try escapedScalar()
        default: throw problem(.syntax)
        }
    }

    /// One scalar of the basic plane, or a pair of surrogates.
    private mutating func escapedScalar() throws(JSONText.Problem) -> Unicode.Scalar {
        let high = try unit()
        if let scalar = Unicode.Scalar(high) { return scalar }
        guard (0xD800..<0xDC00).contains(high), take("\\"), take("u") else { throw problem(.syntax) }
        let low = try unit()
        guard (0xDC00..<0xE000).contains(low),
            let scalar = Unicode.Scalar(0x10000 + ((UInt32(high) - 0xD800) << 10) + (UInt32(low) - 0xDC00))
        else { throw problem(.syntax) }
        return scalar
    }

    private mutating func unit() throws(JSONText.Problem) -> UInt16 {
        guard position + 4 <= bytes.count else { throw problem(.syntax) }
        let digits = bytes[position..<position + 4]
        let isHexadecimal = digits.allSatisfy { (48...57).contains($0) || (97...102).contains($0 | 32) }
        guard isHexadecimal, let unit = UInt16(String(decoding: digits, as: UTF8.self), radix: 16) else {
            throw problem(.syntax)
        }
        position += 4
        return unit
    }
}
