import Foundation

/// Every command of the program that does something, read from the help that the argument parser dumps.
struct CommandTree {
    struct Command {
        /// Words after `tongzhou`.
        let words: [String]
        /// Texts for people: of the command and its arguments.
        let texts: [String]
        let hasConfiguration: Bool
        /// Whether it can be run without arguments.
        let isComplete: Bool

        var name: String { words.joined(separator: " ") }
    }

    private(set) var commands: [Command] = []
    private var standards: [String: String] = [:]

    init(_ language: String) async throws {
        let help = try await Run.tongzhou(
            ["--experimental-dump-help"], environment: ["TONGZHOU_LANG": language]
        ).json["command"]
        take(help, [])
    }

    private mutating func take(_ help: JSONAnswer, _ words: [String]) {
        let inner = help["subcommands"].list.filter { $0["commandName"].text != "help" }
        let arguments = help["arguments"].list
        if inner.isEmpty {
            commands.append(
                Command(
                    words: words,
                    texts: [help["abstract"].text, help["discussion"].text] + arguments.map { $0["abstract"].text },
                    hasConfiguration: arguments.contains { $0["names"].list.contains { $0["name"].text == "config" } },
                    isComplete: arguments.allSatisfy { $0["isOptional"].flag == true }))
        }
        if let standard = help["defaultSubcommand"].text.nonEmpty {
            standards[words.joined(separator: " ")] = (words + [standard]).joined(separator: " ")
        }
        for command in inner { take(command, words + [command["commandName"].text]) }
    }

    /// The command that a line of words after `tongzhou` is for.
    func command(_ words: [String]) -> String? {
        for count in [2, 1] where words.count >= count {
            let name = words.prefix(count).joined(separator: " ")
            let whole = standards[name] ?? name
            if commands.contains(where: { $0.name == whole }) { return whole }
        }
        return nil
    }
}
