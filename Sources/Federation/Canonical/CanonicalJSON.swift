/// Canonical JSON: RFC 8785 without floating-point numbers.
public enum CanonicalJSON {
    /// The one byte sequence of `value`: UTF-8, sorted names, no blanks.
    public static func encode(_ value: JSONValue) -> [UInt8] {
        var bytes: [UInt8] = []
        write(value, into: &bytes)
        return bytes
    }

    /// Reads canonical bytes only: anything that would not be written back byte for byte is refused,
    /// so one meaning has one hash.
    public static func decode(_ bytes: [UInt8]) throws(JSONProblem) -> JSONValue {
        var parser = JSONParser(bytes)
        let value = try parser.parseDocument()
        guard parser.isCanonical else {
            throw JSONProblem(code: .notCanonical, offset: firstDifference(encode(value), bytes))
        }
        return value
    }

    private static func firstDifference(_ a: [UInt8], _ b: [UInt8]) -> Int {
        zip(a, b).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? min(a.count, b.count)
    }

    private static func write(_ value: JSONValue, into bytes: inout [UInt8]) {
        switch value {
        case .null: bytes += "null".utf8
        case .bool(let flag): bytes += (flag ? "true" : "false").utf8
        case .integer(let number): bytes += String(number).utf8
        case .string(let text): writeString(text, into: &bytes)
        case .array(let elements):
            bytes.append(UInt8(ascii: "["))
            for (position, element) in elements.enumerated() {
                if position > 0 { bytes.append(UInt8(ascii: ",")) }
                write(element, into: &bytes)
            }
            bytes.append(UInt8(ascii: "]"))
        case .object(let object):
            bytes.append(UInt8(ascii: "{"))
            for (position, member) in object.members.enumerated() {
                if position > 0 { bytes.append(UInt8(ascii: ",")) }
                writeString(member.name, into: &bytes)
                bytes.append(UInt8(ascii: ":"))
                write(member.value, into: &bytes)
            }
            bytes.append(UInt8(ascii: "}"))
        }
    }

    /// RFC 8785 §3.2.2.2: short escapes where JSON has them, `\u00xx` for the other controls, the rest as is.
    private static func writeString(_ text: String, into bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        var text = text
        text.withUTF8 { units in
            var rest = units[...]
            while let place = rest.firstIndex(where: isEscaped) {
                bytes.append(contentsOf: rest[..<place])
                writeEscape(units[place], into: &bytes)
                rest = rest[(place + 1)...]
            }
            bytes.append(contentsOf: rest)
        }
        bytes.append(UInt8(ascii: "\""))
    }

    static func isEscaped(_ unit: UInt8) -> Bool {
        unit < 0x20 || unit == UInt8(ascii: "\"") || unit == UInt8(ascii: "\\")
    }

    static func writeEscape(_ unit: UInt8, into bytes: inout [UInt8]) {
        switch unit {
        case UInt8(ascii: "\""): bytes += #"\""#.utf8
        case UInt8(ascii: "\\"): bytes += #"\\"#.utf8
        case 0x08: bytes += #"\b"#.utf8
        case 0x09: bytes += #"\t"#.utf8
        case 0x0A: bytes += #"\n"#.utf8
        case 0x0C: bytes += #"\f"#.utf8
        case 0x0D: bytes += #"\r"#.utf8
        default:
            bytes += #"\u00"#.utf8
            bytes.append(UInt8(ascii: "0") + (unit >> 4))
            bytes.append(unit & 15 < 10 ? UInt8(ascii: "0") + (unit & 15) : UInt8(ascii: "a") - 10 + (unit & 15))
        }
    }
}
