import Testing

@testable import NodeService

/// Bodies as browsers write them (WHATWG URL 5.1, RFC 7578), and others.
@Suite("What a form has sent")
struct FormFieldsTests {
    private static let pairs = "application/x-www-form-urlencoded"
    private static let parts = "multipart/form-data; boundary=x"

    @Test(
        "Pairs",
        arguments: [
            ("a=1&b=2", "1"), ("a=", ""), ("a", ""), ("b=2&a=x+y%26%3D%E9%87%8C", "x y&=里"), ("a=1&a=2", "1"),
            ("&&a=1&", "1"), ("a=b=c", "b=c"),
        ])
    func pairs(body: String, value: String) { #expect(FormFields(Array(body.utf8), type: Self.pairs)?["a"] == value) }

    @Test("No pairs", arguments: ["a=%", "a=%4", "a=%zz", "a=%FF", "%FF=a", String(repeating: "a=1&", count: 101)])
    func noPairs(body: String) { #expect(FormFields(Array(body.utf8), type: Self.pairs) == nil) }

    @Test("Parts, with a file whose bytes are kept as they are")
    func parts() throws {
        let head =
            "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n里\r\n"
            + "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"dir\\四月 %22a%22.csv\"\r\n"
            + "Content-Type: text/csv\r\n\r\n"
        let content: [UInt8] = [0xFF, 0x00, 0x0D, 0x0A, 0x2D, 0x2D, 0x79, 0x0D, 0x0A]
        let form = try #require(
            FormFields(Array(head.utf8) + content + Array("\r\n--x--\r\n".utf8), type: Self.parts))
        #expect(form["a"] == "里" && form["file"] == nil)
        #expect(form.file?.bytes == content && form.file?.name == "四月 \"a\".csv")
    }

    @Test("The name of a file is without its folder", arguments: ["a/b", "a\\b", "/a/b", "a/\u{301}b"])
    func folders(name: String) throws {
        let body = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\(name)\"\r\n\r\n1\r\n--x--\r\n"
        let file = try #require(FormFields(Array(body.utf8), type: Self.parts)?.file)
        let scalars = file.name.unicodeScalars
        #expect(scalars.last == "b" && !scalars.contains("/") && !scalars.contains("\\"), "\(file.name)")
    }

    @Test(
        "No parts",
        arguments: [
            "", "--x", "--x--", "--x\r\n", "--y\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--y--",
            "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1", "--x\r\nX: y\r\n\r\n1\r\n--x--",
            "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n1\r\n--x--",
            "--x\r\n\r\n--x--",
        ])
    func noParts(body: String) {
        let form = FormFields(Array(body.utf8), type: Self.parts)
        #expect(form?["a"] == nil && form?.file == nil)
        #expect(form == nil || body == "--x--")
    }

    @Test("Other kinds", arguments: ["", "text/plain", "multipart/form-data", "application/json"])
    func others(type: String) { #expect(FormFields(Array("a=1".utf8), type: type) == nil) }
}
