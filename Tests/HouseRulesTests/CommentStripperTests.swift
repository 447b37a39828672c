import Testing

@Suite("Comment stripper")
struct CommentStripperTests {
    /// The words that remain, after The Swift Programming Language, "Lexical Structure".
    @Test(
        "Only code remains",
        arguments: [
            ("a // b", "a"), ("a /* b /* c */ d */ e", "a e"), ("a /// b\nc", "a c"),
            (#"a "b" c"#, "a c"), (#"a "b \" c" d"#, "a d"), (#"a "\\" b"#, "a b"),
            (#"a "" b"#, "a b"), (#"a "x \(b("c \(d) e")) f" g"#, "a b d g"),
            (##"a #"b " \(c) \#(d)"# e"##, "a d e"), ("a \"\"\"\n b \"c\" \n\"\"\" d", "a d"),
            ("a \"\"\"\n \\(b) c\n\"\"\" d", "a b d"), ("a \"// b\" c", "a c"),
            ("a /* \" */ b", "a b"), ("a // \"\nb", "a b"), ("a #/b\"c/# d", "a d"),
            ("a \"b\nc", "a c"), ("a ) b", "a b"), ("/* a", ""), ("\"a", ""), ("#if a", "if a"),
        ])
    func words(source: String, words: String) {
        let tokens = Token.all(in: CommentStripper.code(of: source))
        let found = tokens.map(\.text).filter { $0.allSatisfy(\.isLetter) }
        #expect(found.joined(separator: " ") == words)
    }

    @Test("Lines keep their numbers")
    func lines() {
        let source = "a\n/* b\n c */ d\n\"\"\"\n e\n\"\"\"\nf // g\n\"\\(h)\"\n"
        let tokens = Token.all(in: CommentStripper.code(of: source))
        let places = tokens.filter { $0.text.allSatisfy(\.isLetter) }.map { "\($0.text)\($0.line)" }
        #expect(places == ["a1", "d3", "f7", "h8"])
    }
}
