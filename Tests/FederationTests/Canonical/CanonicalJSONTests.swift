import Federation
import TestSupport
import Testing

/// RFC 8785 (JCS) within the subset without floating-point numbers.
@Suite struct CanonicalJSONTests {
    private func text(_ value: JSONValue) -> String {
        String(decoding: CanonicalJSON.encode(value), as: UTF8.self)
    }

    /// RFC 8785 §3.2.3: names that sort otherwise by code point or by UTF-8.
    @Test func namesSortByUTF16CodeUnits() throws {
        let value = JSONValue.members([
            ("\u{20AC}", "Euro Sign"), ("\r", "Carriage Return"), ("\u{FB33}", "Hebrew Letter Dalet With Dagesh"),
            ("1", "One"), ("\u{1F600}", "Emoji: Grinning Face"), ("\u{80}", "Control"),
            ("\u{F6}", "Latin Small Letter O With Diaeresis"),
        ])
        guard case .object(let object) = value else { throw Unexpected.value }
        let order = object.members.map { member -> String in
            if case .string(let text) = member.value { text } else { "" }
        }
        #expect(
            order == [
                "Carriage Return", "One", "Control", "Latin Small Letter O With Diaeresis", "Euro Sign",
                "Emoji: Grinning Face", "Hebrew Letter Dalet With Dagesh",
            ])
    }

    private enum Unexpected: Error { case value }

    /// RFC 8785 §3.2.2, the `string` and `literals` members of its sample object.
    @Test func sampleOfTheSpecification() {
        let value = JSONValue.members([
            ("string", "\u{20AC}$\u{F}\u{A}A'\u{42}\u{22}\u{5C}\\\"/"), ("literals", [.null, true, false]),
        ])
        #expect(text(value) == #"{"literals":[null,true,false],"string":"€$\u000f\nA'B\"\\\\\"/"}"#)
    }

    @Test(
        arguments: [
            ("{}", .members([])), ("[]", .array([])), ("0", .integer(0)), ("-1", .integer(-1)), (#""""#, .string("")),
            ("9007199254740991", .integer(9_007_199_254_740_991)),
            ("-9007199254740991", .integer(-9_007_199_254_740_991)),
            (#""\b\t\n\f\r\u0000\u001f""#, .string("\u{8}\u{9}\u{A}\u{C}\u{D}\u{0}\u{1F}")),
            ("\"\u{7F}\u{80}\u{2028}/<\"", .string("\u{7F}\u{80}\u{2028}/<")),
            // Canonically equivalent, but two names.
            ("{\"e\u{301}\":1,\"é\":2}", .members([("é", 2), ("e\u{301}", 1)])),
        ] as [(String, JSONValue)])
    func oneSpelling(_ expected: String, _ value: JSONValue) throws {
        #expect(CanonicalJSON.encode(value) == Array(expected.utf8))
        #expect(CanonicalJSON.encode(try CanonicalJSON.decode(Array(expected.utf8))) == Array(expected.utf8))
    }

    @Test(
        arguments: [
            ("1.5", .number), ("1.0", .number), ("1e3", .number), ("1E3", .number), ("-0.0", .number),
            ("9007199254740992", .number), ("-9007199254740992", .number), ("9223372036854775808", .number),
            ("1000000000000000000000000000000", .number),
            ("-0", .notCanonical), ("01", .notCanonical), ("-01", .notCanonical), ("00", .notCanonical),
            ("+1", .syntax), ("-", .syntax), (".5", .syntax), ("1.", .number), ("NaN", .syntax), ("Infinity", .syntax),
            (#"{"a":1,"a":1}"#, .duplicateName), (#"{"a":1,"b":2,"a":3}"#, .notCanonical),
            (#"{"b":1,"a":2}"#, .notCanonical), ("{\"\u{FB33}\":1,\"😀\":2}", .notCanonical),
            (#"{"a": 1}"#, .syntax), (#"{ "a":1}"#, .syntax), ("[1, 2]", .syntax), (" 1", .syntax), ("1\n", .syntax),
            (#""\u0041""#, .notCanonical), (#""\u91cd""#, .notCanonical), (#""\ud83d\ude00""#, .notCanonical),
            (#""\ud83d""#, .notCanonical), (#""\u001F""#, .notCanonical), (#""\u000a""#, .notCanonical),
            (#""\u+01f""#, .notCanonical), (#""\u00""#, .notCanonical), (#""\/""#, .syntax), (#""\x""#, .syntax),
            ("\"\n\"", .syntax), ("\"", .syntax), (#""\"#, .syntax), ("", .syntax), ("[", .syntax), ("[1", .syntax),
            ("[1,]", .syntax), ("[,1]", .syntax), ("{", .syntax), (#"{"a"}"#, .syntax), (#"{"a":}"#, .syntax),
            (#"{"a":1,}"#, .syntax), ("{1:1}", .syntax), ("[1]]", .syntax), ("1 2", .syntax), ("tru", .syntax),
            ("truex", .syntax), ("nul", .syntax), ("True", .syntax), ("'a'", .syntax), ("\u{FEFF}1", .syntax),
            ("[1]//", .syntax),
        ] as [(String, JSONProblem.Code)])
    func refuses(_ text: String, _ code: JSONProblem.Code) {
        let problem = #expect(throws: JSONProblem.self) { try CanonicalJSON.decode(Array(text.utf8)) }
        #expect(problem?.code == code, "\(text)")
    }

    @Test(
        arguments: [
            [0x22, 0xFF, 0x22], [0x22, 0xC0, 0x80, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22], [0x22, 0xE9, 0x87, 0x22],
            [0x22, 0xF4, 0x90, 0x80, 0x80, 0x22], [0xEF, 0xBB],
        ] as [[UInt8]])
    func refusesInvalidUTF8(_ bytes: [UInt8]) {
        let problem = #expect(throws: JSONProblem.self) { try CanonicalJSON.decode(bytes) }
        #expect(problem?.code == .notUTF8)
    }

    @Test(arguments: [("[", "]", "1"), (#"{"a":"#, "}", "1")])
    func depthIsBounded(_ open: String, _ close: String, _ core: String) throws {
        func nested(_ depth: Int) -> [UInt8] {
            Array((String(repeating: open, count: depth) + core + String(repeating: close, count: depth)).utf8)
        }
        #expect(throws: Never.self) { try CanonicalJSON.decode(nested(31)) }
        for depth in [32, 33, 60_000] {
            let problem = #expect(throws: JSONProblem.self) { try CanonicalJSON.decode(nested(depth)) }
            #expect(problem?.code == .tooDeep)
        }
    }

    @Test func mutatedBytesAreRefusedOrCanonical() throws {
        var random = RandomJSON(seed: 8785, alphabet: RandomJSON.far)
        var generator = SeededGenerator(seed: 3)
        var accepted = 0
        for _ in 0..<30_000 {
            let bytes = CanonicalJSON.encode(random.value())
            let changed = Mutation.of(bytes, using: &generator)
            guard let value = try? CanonicalJSON.decode(changed) else { continue }
            accepted += 1
            #expect(CanonicalJSON.encode(value) == changed)
        }
        #expect(accepted > 1000)
    }
}
