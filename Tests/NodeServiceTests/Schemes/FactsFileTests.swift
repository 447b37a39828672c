import Compensation
import Testing

@testable import NodeService

/// Facts in JSON, as `jq` would tell the place of a mistake.
@Suite struct FactsFileTests {
    @Test func aTableOfTexts() throws {
        let read = try FactsFile.read(
            file(#"[{"name": "月类别", "arguments": ["茨坝", "2023-08"], "value": "Ⅴ"}, {"name": "单价", "value": "1.5"}]"#))
        #expect(read.map(\.name) == ["月类别", "单价"])
        #expect(read.map(\.arguments) == [["茨坝", "2023-08"], []])
        #expect(read.map(\.value) == ["Ⅴ", "1.5"])
    }

    @Test(arguments: [
        (#"[{"name": "a", "value": "1"}, {"name": "b", "argument": ["x"], "value": "2"}]"#, "[1].argument"),
        (#"[{"name": "a", "value": 1.5}]"#, "[0].value"),
        (#"[{"name": "a", "arguments": "x", "value": "1"}]"#, "[0].arguments"),
        (#"[{"name": "a", "arguments": ["x", null], "value": "1"}]"#, "[0].arguments[1]"),
        (#"[{"name": "a"}]"#, "[0].value"),
        (#"[["a"]]"#, "[0]"),
        (#"{"name": "a", "value": "1"}"#, "facts.json"),
        ("[", "facts.json"),
    ])
    func whatIsRefusedNamesItsPlace(_ text: String, _ place: String) {
        let failure = #expect(throws: CommandFailure.self) { try FactsFile.read(file(text)) }
        #expect(failure?.exitCode == ExitCode.inputRefused)
        #expect(failure?.text(.en).contains("\(place) is not the JSON expected") == true, "\(failure as Any)")
    }

    private func file(_ text: String) -> NamedFile { NamedFile(name: "facts.json", bytes: Array(text.utf8)) }
}
