import Tabular
import Testing

@Suite("CSV writing")
struct CSVWriterTests {
    /// Expected lines follow RFC 4180; the texts are those of OWASP's page on CSV injection.
    @Test(
        "Cells are quoted where needed and never computed",
        arguments: [
            ("a", "a"), ("a,b", "\"a,b\""), ("a\"b", "\"a\"\"b\""), ("a;b", "\"a;b\""),
            ("a\r\nb", "\"a\r\nb\""), (" a ", " a "), ("浙江", "浙江"), ("", "\"\""),
            (" ", "\" \""), ("0.15", "0.15"), ("-1.5", "-1.5"), ("+3", "+3"), ("-1E-05", "-1E-05"),
            ("=1+1", "'=1+1"), ("+1+1", "'+1+1"), ("-1-1", "'-1-1"), ("@SUM(A1)", "'@SUM(A1)"),
            ("-", "'-"), ("--", "--"), ("--1", "'--1"), ("-1.", "'-1."), ("-.5", "'-.5"), ("-1e", "'-1e"),
            ("-1 ", "'-1 "), ("-１", "'-１"), ("\t=1", "\"'\t=1\""), ("\r=1", "\"'\r=1\""),
            ("\r\n=1", "\"'\r\n=1\""), ("\n=1", "\"'\n=1\""), ("＝1", "'＝1"), ("－1", "'－1"),
            ("=cmd|'/C calc'!A0", "'=cmd|'/C calc'!A0"), ("=\"a\"", "\"'=\"\"a\"\"\""),
            ("=\u{301}", "'=\u{301}"),
        ])
    func cells(text: String, written: String) {
        let file = CSVWriter.write(header: ["h"], rows: [[text]])
        #expect(file == [0xEF, 0xBB, 0xBF] + Array("h\r\n\(written)\r\n".utf8))
    }

    @Test("Headings are treated like cells")
    func header() {
        let file = CSVWriter.write(header: ["=h", "i,j"], rows: [["", ""], ["", "x"]])
        #expect(file == [0xEF, 0xBB, 0xBF] + Array("'=h,\"i,j\"\r\n\"\",\r\n,x\r\n".utf8))
    }
}
