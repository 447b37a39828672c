import Testing

@testable import NodeService

/// YAML 1.2 section 7.3.1.
@Suite("Quoted YAML")
struct QuotedYAMLTests {
    @Test(
        "Quotes and what no reader would take as it stands are escaped",
        arguments: [
            ("", "\"\""), ("a b", "\"a b\""), ("a\"b\\c", "\"a\\\"b\\\\c\""),
            ("a\nb\tc", "\"a\\U0000000ab\\U00000009c\""),
            ("\u{7F}\u{85}\u{2028}", "\"\\U0000007f\\U00000085\\U00002028\""), ("\u{FEFF}", "\"\\U0000feff\""),
            ("重庆 · é", "\"重庆 · é\""), ("\u{1F6F6}", "\"\\U0001f6f6\""),
        ])
    func escapes(text: String, quoted: String) {
        #expect(QuotedYAML.text(text) == quoted)
    }

    @Test("What is quoted is read back, every character of the basic plane and some beyond")
    func roundTrip() throws {
        let scalars = (0...0x1_0FFF).compactMap { Unicode.Scalar($0) } + ["\u{10FFFF}"]
        var start = 0
        while start < scalars.count {
            var view = String.UnicodeScalarView()
            view.append(contentsOf: scalars[start..<min(start + 4_000, scalars.count)])
            let text = String(view)
            var reader = try ConfigurationReader(file: "test", text: "key: \(QuotedYAML.text(text))\n")
            #expect(Array(try reader.text("key").utf8) == Array(text.utf8))
            start += 4_000
        }
    }
}
