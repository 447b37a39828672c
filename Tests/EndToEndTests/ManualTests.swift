import Foundation
import Testing

extension EndToEnd {
    /// The manual pages are made from the program's own help and are sound for both readers of man pages on Debian.
    @Suite struct ManualTests {
        @Test(arguments: ["zh", "en"])
        func pagesAreSoundAndComplete(language: String) async throws {
            let scratch = try ScratchFolder()
            let dump = try await Run.tongzhou(
                ["--experimental-dump-help"], environment: ["TONGZHOU_LANG": language])
            try scratch.write("dump.json", dump.output)
            let made = try await Run.program(
                "python3",
                [
                    ProgramUnderTest.file("scripts/manual"), scratch("dump.json"), language, scratch("man"), "1.0",
                    "2026-01-01",
                ])
            #expect(made.exitCode == 0, "\(made)")
            let pages = try FileManager.default.contentsOfDirectory(atPath: scratch("man")).sorted()
            let tree = try await CommandTree(language)
            let first = Set(tree.commands.map { $0.words[0] })
            #expect(Set(pages) == Set(first.map { "tongzhou-\($0).1" } + ["tongzhou.1"]))
            let files = pages.map { scratch("man/\($0)") }
            let linted = try await Run.program("mandoc", ["-T", "lint", "-W", "warning"] + files)
            #expect(linted.exitCode == 0 && linted.output.isEmpty, "\(linted)")
            var text = ""
            for file in files {
                let page = try await Run.program(
                    "man", ["--warnings", "-E", "UTF-8", "-l", file],
                    environment: ["MANWIDTH": "80", "LC_ALL": "C.UTF-8"])
                #expect(page.exitCode == 0 && page.errors.isEmpty, "\(file): \(page)")
                for code in ["130", "64"] { #expect(page.output.contains(code), "\(file)") }
                text += page.output
            }
            let plain = text.replacing(/\s+/, with: " ")
            for command in tree.commands where command.words.count > 1 {
                let heading = language == "en" ? command.name.uppercased() : command.name
                #expect(plain.contains(heading), "\(command.name)")
            }
            if language == "zh" { #expect(!text.contains("Show ") && !text.contains("(default")) }
        }
    }
}
