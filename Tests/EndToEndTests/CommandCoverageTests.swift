import Foundation
import Testing

extension EndToEnd {
    /// Nothing about a command is left to chance: help in both languages, exit codes, refusals, and a script that
    /// has seen it succeed and fail.
    @Suite struct CommandCoverageTests {
        @Test(arguments: ["zh", "en"])
        func everyCommandHasHelp(language: String) async throws {
            let tree = try await CommandTree(language)
            #expect(tree.commands.count > 100)
            for command in tree.commands {
                #expect(command.texts[0].nonEmpty != nil, "\(command.name) has no abstract")
                for text in command.texts {
                    let isChinese = text.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
                    // Class and party names are data, such as Ⅲ类 or 两省; English texts quote few of them.
                    let foreign =
                        language == "en" ? isChinese && !Self.quoting.contains { text.contains($0) } : !isChinese
                    #expect(!foreign || text.isEmpty || Self.parserTexts.contains(text), "\(command.name): \(text)")
                }
                let help = try await Run.tongzhou(
                    command.words + ["--help"], environment: ["TONGZHOU_LANG": language, "COLUMNS": "80"])
                #expect(help.exitCode == 0 && help.errors.isEmpty, "\(command.name): \(help)")
                #expect(
                    help.output.contains(language == "zh" ? "退出码：\n  0 完成；1 失败；" : "EXIT CODES:\n  0 done; 1 failed;"))
                if language == "zh" {
                    for word in Self.parserWords {
                        #expect(!help.output.contains(word), "\(command.name): \(word) in \(help.output)")
                    }
                }
            }
        }

        /// Wide characters counted as two: nothing that could be broken runs over the edge.
        @Test(arguments: ["zh", "en"], ["80", "120"])
        func helpFitsTheTerminal(language: String, columns: String) async throws {
            for words in [[], ["import"], ["status"], ["payments", "pay"], ["keys"], ["certs", "install"]] {
                let help = try await Run.tongzhou(
                    words + ["--help"], environment: ["TONGZHOU_LANG": language, "COLUMNS": columns])
                let widths = try await Run.program(
                    ProgramUnderTest.file(".build-venv/bin/python3"),
                    [
                        "-c", "import sys, wcwidth\nfor l in sys.argv[1].split('\\n'): print(wcwidth.wcswidth(l), l)",
                        help.output,
                    ])
                #expect(widths.exitCode == 0)
                for line in widths.output.split(separator: "\n") {
                    let width = Int(line.prefix { $0 != " " }) ?? 0
                    #expect(width <= Int(columns) ?? 0, "\(words) \(line)")
                }
            }
        }

        @Test func everyCommandRefusesWhatItDoesNotKnow() async throws {
            for command in try await CommandTree("en").commands {
                let refused = try await Run.tongzhou(command.words + ["--no-such-option", "--json"])
                #expect(refused.exitCode == 64 && refused.output.isEmpty, "\(command.name): \(refused)")
                let error = JSONAnswer(refused.errors)["error"]
                #expect(error["kind"].text == "usage" && error["exit_code"].number == 64, "\(command.name): \(refused)")
            }
        }

        /// `config check` reports the missing file on standard output; `levies record` wants one of two sets of options.
        private static func needsOnlyANode(_ command: CommandTree.Command) -> Bool {
            command.hasConfiguration && command.isComplete && !["config check", "levies record"].contains(command.name)
        }

        /// Commands of a node that is not there say which file they miss, as text and as JSON.
        @Test(arguments: ["zh", "en"])
        func everyCommandOfANodeNamesAMissingConfiguration(language: String) async throws {
            let commands = try await CommandTree(language).commands.filter { Self.needsOnlyANode($0) }
            #expect(commands.count > 30)
            let nowhere = try ScratchFolder()
            for command in commands {
                let missing = try await Run.tongzhou(
                    command.words + ["--config", nowhere("node.yaml")], environment: ["TONGZHOU_LANG": language],
                    folder: nowhere.path)
                #expect(missing.exitCode == 6 && missing.output.isEmpty, "\(command.name): \(missing)")
                #expect(missing.errors.contains("node.yaml"), "\(command.name): \(missing)")
            }
        }

        /// A success in a script, a test or the year that is played with real processes; a refusal in a script.
        @Test func everyCommandHasBeenSeenToSucceedAndToFail() async throws {
            let tree = try await CommandTree("en")
            let seen = try Self.seen(tree)
            let isNamed = Set(tree.commands.filter { Self.needsOnlyANode($0) }.map(\.name))
            for command in tree.commands {
                let isSeen =
                    Self.elsewhere[command.name].map {
                        Run.text(ProgramUnderTest.file("Tests/EndToEndTests/\($0.file)")).contains($0.call)
                    }
                    ?? seen.successes.contains(command.name)
                #expect(isSeen, "no success of \(command.name)")
                // Those were refused above, all of them.
                let isRefused = seen.refusals.contains(command.name) || isNamed.contains(command.name)
                #expect(isRefused, "no refusal of \(command.name)")
            }
        }

        /// Seen to succeed with the real program, in another form than a script's line.
        private static let elsewhere: [String: (file: String, call: String)] = [
            "init": ("Support/TestFederation.swift", #""init", node.folder"#),
            "serve": ("Support/TestNode.swift", #""serve", "--config""#),
            "demo": ("DemoTests.swift", #""demo", "--project""#),
            "recover": ("RollbackTests.swift", #"command("recover")"#),
            "basin-account record": ("CentreTests.swift", #""basin-account", "record", scheme"#),
        ]

        private static func seen(_ tree: CommandTree) throws -> (successes: Set<String>, refusals: Set<String>) {
            var (successes, refusals) = (Set<String>(), Set<String>())
            for script in try Script.names.map({ try Script($0) }) {
                var current: String?
                for (position, step) in script.steps.enumerated() where step.word == "$" {
                    let words = step.words.drop { $0.contains("=") }
                    // In a shell's line it is the command that the shell ends with.
                    let shell = step.rest.firstMatch(of: /exec "\$0" ([a-z-]+)(?: ([a-z-]+))?/)
                    let typed = shell.map { [String($0.output.1)] + ($0.output.2.map { [String($0)] } ?? []) }
                    guard words.first == "tongzhou" || typed != nil else { continue }
                    current = tree.command(typed ?? Array(words.dropFirst()))
                    let rest = script.steps[(position + 1)...].prefix { $0.word != "$" }
                    let code = rest.first { $0.word == "exit" }?.rest ?? "0"
                    if let current { if code == "0" { successes.insert(current) } else { refusals.insert(current) } }
                }
            }
            let tests = ProgramUnderTest.file("Tests/EndToEndTests")
            let story = ProgramUnderTest.file("Sources/NodeService/Demo/Year")
            for folder in [tests, story] {
                for file in try FileManager.default.contentsOfDirectory(atPath: folder) where file.hasSuffix(".swift") {
                    let text = Run.text("\(folder)/\(file)")
                    let calls = text.matches(of: /done\(\s*\[?"([a-z-]+)"(?:, "([a-z-]+)")?/).map {
                        [String($0.output.1)] + ($0.output.2.map { [String($0)] } ?? [])
                    }
                    let typed =
                        folder == story
                        ? text.matches(of: /"([a-z-]+) ([a-z-]+)/).map { [String($0.output.1), String($0.output.2)] }
                        : []
                    for words in calls + typed { if let command = tree.command(words) { successes.insert(command) } }
                }
            }
            return (successes, refusals)
        }

        /// The parser's texts in the dump; the help shows them translated.
        private static let parserTexts = ["Show the version.", "Show help information."]
        private static let parserWords = [
            "OVERVIEW", "USAGE", "OPTIONS", "ARGUMENTS", "SUBCOMMANDS", "Show ", "for detailed help", "(default",
            "(values",
        ]
        /// English texts that quote data: names and marks as they stand in files.
        private static let quoting = ["such as", "Example", "example", "control level", "a share", "万元"]
    }
}
