import Foundation
import Testing

extension EndToEnd {
    /// `docs/json.md` names every command and every field. That each output keeps to it is examined wherever a test
    /// asks for JSON.
    @Suite struct JSONContractTests {
        private struct Help: Decodable {
            struct Command: Decodable {
                let commandName: String
                let subcommands: [Command]?
            }
            let command: Command
        }

        private func leaves(_ command: Help.Command, _ path: [String]) -> [String] {
            let inner = (command.subcommands ?? []).filter { $0.commandName != "help" }
            let names = path + [command.commandName]
            return inner.isEmpty
                ? [names.dropFirst().joined(separator: " ")] : inner.flatMap { leaves($0, names) }
        }

        /// The help does not list them.
        private static let otherNames = ["agreements add", "payments show"]

        @Test func everyCommandHasItsLine() async throws {
            let contract = try JSONContract.documented.get()
            let help = try await Run.done(["--experimental-dump-help"]).output
            let commands = leaves(try JSONDecoder().decode(Help.self, from: Data(help.utf8)).command, [])
            #expect(commands.count > 80)
            for command in commands where !["serve", "demo"].contains(command) {
                #expect(contract.fields[command] != nil, "docs/json.md lacks \(command)")
            }
            let shapes = contract.fields.keys.filter { $0.first?.isUppercase == false }
            for command in shapes {
                let isKnown = commands.contains { $0 == command || $0.hasPrefix(command + " ") }
                #expect(isKnown || Self.otherNames.contains(command), "no command \(command)")
            }
        }

        @Test func aMissingOrUnnamedFieldIsFound() throws {
            let contract = try JSONContract("```contract\na b: schema x:[S]? y\nS: p q?\n```\n")
            func breaches(_ text: String) throws -> [String] {
                contract.breaches(try JSONSerialization.jsonObject(with: Data(text.utf8)), "a b", at: "$")
            }
            #expect(try breaches(#"{"schema":1,"y":2,"x":[{"p":1},{"p":1,"q":2}]}"#) == [])
            #expect(try breaches(#"{"schema":1,"y":2}"#) == [])
            #expect(try breaches(#"{"schema":1}"#) == ["$ lacks y"])
            #expect(try breaches(#"{"schema":1,"y":2,"x":[{"q":1}]}"#) == ["$.x[] lacks p"])
            #expect(try breaches(#"{"schema":1,"y":2,"z":0}"#) == ["$ has z, which docs/json.md does not name"])
            #expect(contract.command(["a", "b", "c", "--json"]) == "a b" && contract.command(["b"]) == nil)
        }
    }
}
