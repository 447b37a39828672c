import Compensation
import Testing

@testable import Presentation

/// Text from anywhere stays text; addresses lead nowhere else.
@Suite("Markup")
struct MarkupTests {
    /// The five characters that HTML 13.2.5 gives a meaning in text and in attribute values.
    @Test(
        "What a browser would obey is escaped",
        arguments: [
            ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"), ("a & b", "a &amp; b"),
            ("\" onload='x'", "&quot; onload=&#39;x&#39;"), ("里耶镇", "里耶镇"), ("a\u{202E}b\u{0}", "a\u{FFFD}b\u{FFFD}"),
        ])
    func escapes(text: String, html: String) {
        #expect(Markup(text).html == html)
        #expect(Markup.element(.p, .id(text)) { text }.html == "<p id=\"\(html)\">\(html)</p>")
    }

    @Test("Line breaks stay where they are shown")
    func lines() {
        #expect(Markup.lines("a<\n\nb\r").html == "a&lt;\n\nb\u{FFFD}")
    }

    /// By RFC 3986; compared with Python's `urllib.parse.quote(part, safe="")` by hand.
    @Test(
        "Addresses are encoded part by part",
        arguments: [
            (["sections", "430000-liye"], "/zh/sections/430000-liye"),
            (["sections", "a/b?c#d"], "/zh/sections/a%2Fb%3Fc%23d"),
            (["ledger", "长江"], "/zh/ledger/%E9%95%BF%E6%B1%9F"),
            (["..", "x"], "/zh/%2E%2E/x"), (["javascript:alert(1)"], "/zh/javascript%3Aalert%281%29"), ([], "/zh"),
        ])
    func encodes(parts: [String], address: String) {
        #expect(PageAddress(.zh, parts).text == address)
    }

    @Test("There is no element that runs or fetches anything")
    func elements() {
        for name in ["script", "iframe", "img", "object", "embed", "style", "base", "foreignObject", "animate", "use"] {
            #expect(ElementName(rawValue: name) == nil)
        }
        for name in ["src", "href", "style", "srcdoc", "onclick", "formaction", "xlink:href"] {
            #expect(Attribute.PlainName(rawValue: name) == nil)
        }
    }
}
