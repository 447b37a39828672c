import Foundation
import Testing

extension EndToEnd {
    /// `docs/operators-guide.md` tells operators nothing that the program does not know.
    @Suite struct GuideTests {
        private let guide = Run.text(ProgramUnderTest.file("docs/operators-guide.md"))

        /// Lines of the shell blocks that run `tongzhou`, as words after its name.
        private var commands: [[Substring]] {
            var commands: [[Substring]] = []
            for block in guide.matches(of: /```sh\n((?:.|\n)*?)```/) {
                for line in block.output.1.split(separator: "\n") {
                    guard let call = line.firstMatch(of: /(?:^|-- )tongzhou (.*)/) else { continue }
                    commands.append(call.output.1.split(separator: " "))
                }
            }
            return commands
        }

        @Test func everyCommandAndOptionExists() async throws {
            let root = try await Run.done(["--experimental-dump-help"]).json["command"]
            #expect(commands.count > 30)
            for words in commands {
                var command = root
                var rest = words[...]
                while let word = rest.first,
                    let next = command["subcommands"].list.first(where: { $0["commandName"].text == word })
                {
                    command = next
                    rest = rest.dropFirst()
                }
                #expect(command["commandName"].text != "tongzhou", "\(words)")
                // A command that only stands for one of its subcommands has that one's arguments.
                if let standard = command["defaultSubcommand"].text.nonEmpty {
                    command = command["subcommands"].list.first { $0["commandName"].text == standard } ?? command
                }
                let known = command["arguments"].list.flatMap { $0["names"].list.map { "--" + $0["name"].text } }
                for option in rest where option.hasPrefix("--") {
                    #expect(known.contains(String(option)), "\(words.joined(separator: " ")): \(option)")
                }
            }
        }

        @Test func everyLinkLeadsSomewhere() {
            let links = guide.matches(of: /\]\(([^)#]+)/).map { String($0.output.1) }
            #expect(links.count > 10)
            for link in links {
                #expect(FileManager.default.fileExists(atPath: ProgramUnderTest.file("docs/\(link)")), "\(link)")
            }
        }

        /// A family of condition codes that the guide does not mention leaves an operator alone with it.
        @Test func everyFamilyOfConditionsHasItsRow() {
            let catalogue = Run.text(ProgramUnderTest.file("docs/errors.md"))
            let families = Set(catalogue.matches(of: /\n\| `([A-Z]{3})-\d\d`/).map { String($0.output.1) })
            let rows = guide.split(separator: "\n").filter { $0.hasPrefix("| `") }
            #expect(families.count > 10)
            for family in families {
                #expect(rows.contains { $0.contains("`\(family)`") }, "\(family)")
            }
        }
    }
}
