import Testing

@testable import Presentation

/// Lines that fit, broken where Chinese and English are broken (GB/T 15834: no closing mark begins a line).
@Suite struct LineWrappingTests {
    @Test(arguments: [
        ("short", 20, ["short"]),
        ("one two three four", 9, ["one two", "  three", "  four"]),
        ("本节点证书将于二十八天后到期。", 12, ["本节点证书将", "  于二十八天", "  后到期。"]),
        ("核对指纹，再执行 tongzhou certs install", 18, ["核对指纹，再执行", "  tongzhou certs", "  install"]),
        ("（甲、乙）与“丙”", 8, ["（甲、", "  乙）与", "  “丙”"]),
        ("0123456789abcdef", 8, ["0123456789abcdef"]),
    ])
    func breaksWhereReadersDo(line: String, columns: Int, expected: [String]) {
        #expect(LineWrapping.wrapped(line, columns: columns, indent: 2) == expected)
    }

    @Test func losesNothingAndFits() {
        let text = "节点运行时，tongzhou status 也可以由 root 直接执行；`--lang en` 换成英文（默认中文）。每条命令都有 --help。"
        for columns in 20...90 {
            let lines = LineWrapping.wrapped(text, columns: columns, indent: 4)
            #expect(lines.allSatisfy { DisplayWidth.of($0) <= columns }, "\(columns): \(lines)")
            #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
        }
    }
}
