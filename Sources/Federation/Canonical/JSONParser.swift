/// Recursive-descent reader for JSON without floating-point numbers; depth and integers are bounded.
struct JSONParser {
    private let bytes: [UInt8]
    private var position = 0
    /// Whether everything read so far is spelled as `CanonicalJSON` writes it.
    private(set) var isCanonical = true
    /// Deeper nesting than any entry has; bounds the stack for hostile input.
    private static let deepest = 32

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func parseDocument() throws(JSONProblem) -> JSONValue {
        guard String(validating: bytes, as: UTF8.self) != nil else { throw problem(.notUTF8) }
        let value = try parseValue(depth: 0)
        guard position == bytes.count else { throw problem(.syntax) }
        return value
    }

    private func problem(_ code: JSONProblem.Code) -> JSONProblem { JSONProblem(code: code, offset: position) }

    private var current: UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func expect(_ character: Unicode.Scalar) throws(JSONProblem) {
        guard current == UInt8(ascii: character) else { throw problem(.syntax) }
        position += 1
    }

    private mutating func parseValue(depth: Int) throws(JSONProblem) -> JSONValue {
        guard depth < Self.deepest else { throw problem(.tooDeep) }
        switch current {
        case UInt8(ascii: "{"): return try parseObject(depth: depth)
        case UInt8(ascii: "["): return try parseArray(depth: depth)
        case UInt8(ascii: "\""): return .string(try parseString())
        case UInt8(ascii: "t"): return try parseWord("true", .bool(true))
        case UInt8(ascii: "f"): return try parseWord("false", .bool(false))
        case UInt8(ascii: "n"): return try parseWord("null", .null)
        default: return try parseInteger()
        }
    }

    private mutating func parseWord(_ word: String, _ value: JSONValue) throws(JSONProblem) -> JSONValue {
        guard bytes[position...].starts(with: word.utf8) else { throw problem(.syntax) }
        position += word.utf8.count
        return value
    }

    private mutating func parseInteger() throws(JSONProblem) -> JSONValue {
        let start = position
        if current == UInt8(ascii: "-") { position += 1 }
        while let digit = current, (48...57).contains(digit) { position += 1 }
        let text = bytes[start..<position]
        guard let last = text.last, last != UInt8(ascii: "-") else { throw problem(.syntax) }
        guard let number = Int64(String(decoding: text, as: UTF8.self)) else { throw problem(.number) }
        // No other spelling of a number is left than zeros that stand for nothing.
        if text.count > 1, text.drop(while: { $0 == UInt8(ascii: "-") }).first == UInt8(ascii: "0") {
            isCanonical = false
        }
        guard number.magnitude <= JSONValue.largestInteger.magnitude else { throw problem(.number) }
        if let next = current, next == UInt8(ascii: ".") || next | 32 == UInt8(ascii: "e") { throw problem(.number) }
        return .integer(number)
    }

    private mutating func parseArray(depth: Int) throws(JSONProblem) -> JSONValue {
        try expect("[")
        var elements: [JSONValue] = []
        if current == UInt8(ascii: "]") {
            position += 1
            return .array(elements)
        }
        while true {
            elements.append(try parseValue(depth: depth + 1))
            if current == UInt8(ascii: ",") { position += 1 } else { break }
        }
        try expect("]")
        return .array(elements)
    }

    private mutating func parseObject(depth: Int) throws(JSONProblem) -> JSONValue {
        try expect("{")
        var members: [(name: String, value: JSONValue)] = []
        var isAscending = true
        if current == UInt8(ascii: "}") {
            position += 1
            return .object(JSONObject(ascending: members))
        }
        while true {
            let name = try parseString()
            if let last = members.last?.name {
                // Sorted input is the only accepted one, so a repeated name is always a neighbour.
                if last.sameBytes(as: name) { throw problem(.duplicateName) }
                isAscending = isAscending && last.utf16.lexicographicallyPrecedes(name.utf16)
            }
            try expect(":")
            members.append((name, try parseValue(depth: depth + 1)))
            if current == UInt8(ascii: ",") { position += 1 } else { break }
        }
        try expect("}")
        if isAscending { return .object(JSONObject(ascending: members)) }
        isCanonical = false
        return .object(JSONObject(members.map { ($0.name, $0.value) }))
    }

    private mutating func parseString() throws(JSONProblem) -> String {
        try expect("\"")
        var text: [UInt8] = []
        while true {
            let run = position..<endOfRun
            position = run.upperBound
            guard let unit = current else { throw problem(.syntax) }
            position += 1
            switch unit {
            case UInt8(ascii: "\""):
                // Nearly every text is one run without escapes.
                if text.isEmpty { return String(decoding: bytes[run], as: UTF8.self) }
                return String(decoding: text + bytes[run], as: UTF8.self)
            case UInt8(ascii: "\\"):
                text += bytes[run]
                let escaped = try parseEscape()
                var spelled: [UInt8] = []
                CanonicalJSON.writeEscape(escaped, into: &spelled)
                if !bytes[run.upperBound..<position].elementsEqual(spelled) { isCanonical = false }
                text.append(escaped)
            default: throw problem(.syntax)
            }
        }
    }

    /// Where the text that begins here is interrupted next.
    private var endOfRun: Int {
        bytes.withUnsafeBufferPointer { units in
            var end = position
            while end < units.count, !CanonicalJSON.isEscaped(units[end]) { end += 1 }
            return end
        }
    }

    /// Only the escapes that RFC 8785 writes; any other spelling could not be canonical.
    private mutating func parseEscape() throws(JSONProblem) -> UInt8 {
        guard let letter = current else { throw problem(.syntax) }
        position += 1
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): return letter
        case UInt8(ascii: "b"): return 0x08
        case UInt8(ascii: "t"): return 0x09
        case UInt8(ascii: "n"): return 0x0A
        case UInt8(ascii: "f"): return 0x0C
        case UInt8(ascii: "r"): return 0x0D
        case UInt8(ascii: "u"):
            guard position + 4 <= bytes.count,
                let unit = UInt8(String(decoding: bytes[position..<position + 4], as: UTF8.self), radix: 16),
                unit < 0x20
            else { throw problem(.notCanonical) }
            position += 4
            return unit
        default: throw problem(.syntax)
        }
    }
}
