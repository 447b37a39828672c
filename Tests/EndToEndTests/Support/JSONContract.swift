import Foundation
import Testing

/// The fields that `docs/json.md` promises, by command.
struct JSONContract: Sendable {
    struct Field: Sendable {
        let name: String
        let isOptional: Bool
        /// The shape of the object, or of the list's elements; `nil` where the contract does not look inside.
        let shape: String?
    }

    private(set) var fields: [String: [Field]] = [:]

    static let documented = Result { try JSONContract(Run.text(ProgramUnderTest.file("docs/json.md"))) }

    init(_ text: String) throws {
        guard
            let block = text.components(separatedBy: "```contract\n").dropFirst().first?
                .components(separatedBy: "\n```").first
        else { throw TestProblem("docs/json.md has no contract") }
        var unread: [String: [String]] = [:]
        for line in block.split(separator: "\n") {
            guard let colon = line.firstRange(of: ": ") else { throw TestProblem("no contract: \(line)") }
            let words = line[colon.upperBound...].split(separator: " ").map(String.init)
            for name in line[..<colon.lowerBound].components(separatedBy: " = ") {
                guard unread.updateValue(words, forKey: name) == nil else { throw TestProblem("twice: \(name)") }
            }
        }
        for name in unread.keys { fields[name] = try Self.fields(name, unread) }
    }

    private static func fields(_ name: String, _ lines: [String: [String]]) throws -> [Field] {
        guard let words = lines[name] else { throw TestProblem("no shape \(name)") }
        return try words.flatMap { word -> [Field] in
            if word.hasPrefix("+") { return try fields(String(word.dropFirst()), lines) }
            let bare = word.hasSuffix("?") ? String(word.dropLast()) : word
            let halves = bare.split(separator: ":").map(String.init)
            let shape = halves.count > 1 ? halves[1].trimmingCharacters(in: ["[", "]"]) : nil
            if let shape, shape != "any", lines[shape] == nil { throw TestProblem("no shape \(shape) for \(name)") }
            return [Field(name: halves[0], isOptional: word.hasSuffix("?"), shape: shape == "any" ? nil : shape)]
        }
    }

    /// The command that the arguments name: the longest that the contract knows.
    func command(_ arguments: [String]) -> String? {
        let words = arguments.prefix { !$0.hasPrefix("-") }
        return (1...2).reversed().map { words.prefix($0).joined(separator: " ") }.first { fields[$0] != nil }
    }

    /// What an object lacks or has beyond the contract, with its place.
    func breaches(_ value: Any, _ shape: String, at place: String) -> [String] {
        if let list = value as? [Any] { return list.flatMap { breaches($0, shape, at: place + "[]") } }
        guard let object = value as? [String: Any], let promised = fields[shape] else {
            return ["\(place) is no object"]
        }
        let lacking = promised.filter { !$0.isOptional && object[$0.name] == nil }.map { "\(place) lacks \($0.name)" }
        let unknown = object.keys.filter { key in !promised.contains { $0.name == key } }
            .map { "\(place) has \($0), which docs/json.md does not name" }
        let inside = promised.flatMap { field -> [String] in
            guard let shape = field.shape, let value = object[field.name] else { return [] }
            return breaches(value, shape, at: "\(place).\(field.name)")
        }
        return lacking + unknown + inside
    }

    /// Holds the output of a command that was asked for JSON against the contract.
    static func examine(_ arguments: [String], _ result: CommandResult) {
        let isJSON = arguments.contains("--json") || arguments.joined(separator: " ").contains("-o json")
        guard isJSON, let contract = try? documented.get(), let command = contract.command(arguments) else { return }
        guard let output = try? JSONSerialization.jsonObject(with: Data(result.output.utf8)) else {
            // What fails says so on the other channel and may have nothing to hand over.
            if result.exitCode == 0 { Issue.record("\(arguments) prints what is no JSON: \(result)") }
            return
        }
        let breaches = contract.breaches(output, command, at: command)
        if !breaches.isEmpty { Issue.record("\(breaches.joined(separator: "; ")): \(result.output)") }
    }
}
