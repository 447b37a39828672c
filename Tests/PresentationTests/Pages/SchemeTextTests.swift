import Compensation
import Foundation
import Testing

@testable import Presentation

/// What people read is the text that was signed: nothing of it is missing, nothing is added, the order is kept.
@Suite("The text of a scheme on a page")
struct SchemeTextTests {
    private static let schemes = ProcessSchemes.files

    /// Marks of Markdown and blanks apart, which are shown as structure.
    private static func plain(_ text: some StringProtocol) -> String {
        String(text.filter { !$0.isWhitespace && !"#|-*:`~".contains($0) })
    }

    @Test("Of every scheme in the library", arguments: schemes)
    func complete(file: URL) throws {
        let source = try String(contentsOf: file, encoding: .utf8)
        let shown = SchemeBlock.blocks(of: source).map { block -> String in
            switch block {
            case .heading(_, let text), .paragraph(let text): text
            case .items(let items): items.joined()
            case .table(let rows): rows.joined().joined()
            case .fenced(let lines, _): lines.joined()
            }
        }.joined()
        #expect(Self.plain(shown) == Self.plain(source.replacing("```tongzhou", with: "```")))
        #expect(Self.schemes.count > 30)
    }

    /// A table without a name tells who hears it nothing (WCAG 2.1, 1.3.1), and a Chinese name on an English page little.
    @Test("Tables are named in the language of the page", arguments: [Language.zh, .en])
    func captions(language: Language) throws {
        let text = try Story.scheme() + "\n| 项目 | 限值 |\n|---|---|\n| TP | 0.2 |\n"
        let html = SchemeText(try Scheme.load(Array(text.utf8)).get()).markup(language).html
        let word = language == .zh ? "表：" : "Table: "
        #expect(html.ranges(of: "<table").count == 1)
        let caption = try #require(html.firstRange(of: "<caption")?.upperBound)
        #expect(html[caption...].prefix(upTo: try #require(html[caption...].firstIndex(of: "/"))).contains(word))
        #expect(html.contains("aria-label=\"\(word)"))
    }

    /// Headings, lists, tables and fences by the rules of CommonMark, as far as they are used.
    @Test("Blocks")
    func blocks() {
        let text =
            "# A\n\none\ntwo\n\n- x\n- y\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n```tongzhou\npay x\n```\n## 条\n甲\n乙\n"
        #expect(
            SchemeBlock.blocks(of: text) == [
                .heading(level: 1, text: "A"), .paragraph("one two"), .items(["x", "y"]),
                .table([["a", "b"], ["1", "2"]]), .fenced(["pay x"], isRules: true), .heading(level: 2, text: "条"),
                .paragraph("甲乙"),
            ])
    }
}

private enum ProcessSchemes {
    static var files: [URL] {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../schemes")
            .standardizedFileURL
        let all = (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
        return all.filter { $0.pathExtension == "md" && $0.lastPathComponent != "README.md" }
            .sorted { $0.path < $1.path }
    }
}
