import Compensation

/// Plays the steps of a year among running nodes and tells them.
struct YearPlayer {
    let federation: DemoFederation
    let language: Language
    let say: @Sendable (String) -> Void
    /// What is known and what steps have kept, by name.
    private var kept: [(name: String, value: String)]

    init(
        federation: DemoFederation, language: Language, knowing known: [(name: String, value: String)],
        say: @escaping @Sendable (String) -> Void
    ) {
        kept = known
        self.federation = federation
        self.language = language
        self.say = say
    }

    mutating func play(_ step: YearStep) async throws {
        switch step {
        case .tell(let zh, let en): say(filled(Bilingual(zh: zh, en: en)(language)) + "\n")
        case .run(let code, let command, let telling):
            let outcome = try await federation.tried(code, words(command)) { $0.exitCode == 0 }
            tell(code, command, telling == .output ? outcome.output : "", isTold: telling != .nothing)
        case .refused(let code, let command, let exit):
            let outcome = try await federation.tried(code, words(command)) { $0.exitCode != 7 }
            guard outcome.exitCode == exit else {
                throw DemoFailure(
                    "\(code): \(command): \(outcome.exitCode), not \(exit): \(outcome.output)\(outcome.errors)")
            }
            tell(code, command, outcome.errors, isTold: true)
        case .until(let code, let command, let path, let value):
            _ = try await answer(code, command, path) { $0 == value }
        case .keep(let code, let command, let path, let name):
            kept.append((name, try await answer(code, command, path) { !$0.isEmpty }))
        case .recorded(let agreement, let periods):
            for member in federation.members { try await recorded(agreement, periods, at: member) }
        case .each(let steps):
            for step in steps { try await play(step) }
        case .today:
            try federation.restart { $0.replacing("accepting: operator", with: "accepting: automatic") }
        }
    }

    private func answer(
        _ code: String, _ command: String, _ path: String, _ isRight: (String) -> Bool
    ) async throws -> String {
        let text = { (answer: DemoAnswer) in
            let found = answer.at(path)
            return found.text.isEmpty && found.number >= 0 ? "\(found.number)" : found.text
        }
        return text(try await federation.wait("\(command) \(path)", at: code, words(command)) { isRight(text($0)) })
    }

    /// Only the parties and the centre see an agreement's settlements.
    private func recorded(_ agreement: String, _ periods: [String], at member: DemoMember) async throws {
        let channel = String(agreement.prefix { $0 != "-" })
        guard member.isCentre || member.channels.contains(channel) else { return }
        _ = try await federation.wait("\(agreement) recorded", at: member.code, ["settlements"]) { answer in
            let found = answer["settlements"].list.filter {
                $0["agreement"].text == agreement && YearStep.statesOnRecord.contains($0["state"].text)
            }.map { $0["period"].text }
            return periods.allSatisfy(found.contains)
        }
    }

    private func tell(_ code: String, _ command: String, _ output: String, isTold: Bool) {
        guard isTold else { return }
        let name = federation.members.first { $0.code == code }?.name(language) ?? code
        say("   \(name) $ tongzhou \(filled(command))\n")
        say(output.split(separator: "\n").map { "      \($0)\n" }.joined())
    }

    private func filled(_ text: String) -> String {
        kept.reduce(text) { $0.replacing("{\($1.name)}", with: $1.value) }
    }

    /// Words are separated by spaces; single quotes keep them together.
    private func words(_ command: String) -> [String] {
        command.split(separator: "'", omittingEmptySubsequences: false).enumerated().flatMap { position, part in
            position.isMultiple(of: 2) ? part.split(separator: " ").map(String.init) : [String(part)]
        }.map { word in
            ["docs/", "schemes/"].contains(where: word.hasPrefix) ? federation.path(word) : filled(word)
        }
    }
}
