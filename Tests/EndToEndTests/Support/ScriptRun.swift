import Foundation
import Testing

/// Carries out one script in a fresh federation.
final class ScriptRun {
    private let script: Script
    private let federation: TestFederation
    private var last = CommandResult(exitCode: 0, output: "", errors: "")
    private var command = ""
    private var exitExpected = true

    init(_ script: Script) async throws {
        self.script = script
        federation = try await TestFederation()
        for file in script.files { try federation.scratch.write(file.name, file.text) }
    }

    func run() async throws {
        for step in script.steps { try await take(step) }
        settleExit()
        try await federation.stop()
    }

    private func take(_ step: ScriptStep) async throws {
        if ["$", "serve", "stop", "agree"].contains(step.word) { settleExit() }
        let place = Comment("\(script.name):\(step.line): \(step.rest) after \(command): \(last)")
        switch step.word {
        case "$": try await execute(step)
        case "exit":
            exitExpected = true
            #expect(last.exitCode == Int32(step.rest), place)
        case "out": #expect(last.output.contains(expand(step.rest)), place)
        case "err": #expect(last.errors.contains(expand(step.rest)), place)
        case "no-out": #expect(!last.output.contains(expand(step.rest)), place)
        case "no-err": #expect(!last.errors.contains(expand(step.rest)), place)
        case "silent": #expect(last.output.isEmpty && last.errors.isEmpty, place)
        case "json":
            #expect(last.json.isObject && last.json["schema"].number == 1 && last.errors.isEmpty, place)
        case "serve": try await node(step.words[0]).start(with: Array(step.words.dropFirst()))
        case "stop": #expect(try await node(step.rest).stop() == 0, place)
        case "agree": try await federation.agree()
        case "entries": try entries(step, place)
        default: throw TestProblem("\(script.name):\(step.line): what is “\(step.word)”?")
        }
    }

    /// A command whose exit code no line mentions has to succeed.
    private func settleExit() {
        if !exitExpected { #expect(last.exitCode == 0, "\(script.name): \(command): \(last)") }
        exitExpected = true
    }

    private func execute(_ step: ScriptStep) async throws {
        command = step.rest
        exitExpected = false
        var words = step.words.map { $0 == "tongzhou" ? ProgramUnderTest.path : expand($0) }
        var environment = ["TONGZHOU_LANG": "en", "TONGZHOU_CONFIG": "500000/node.yaml"]
        while let assignment = words.first?.split(separator: "=", omittingEmptySubsequences: false),
            assignment.count == 2
        {
            environment[String(assignment[0])] = String(assignment[1])
            words.removeFirst()
        }
        guard let program = words.first else { throw TestProblem("\(script.name):\(step.line): nothing to run") }
        last = try await Run.program(
            program, Array(words.dropFirst()), environment: environment,
            folder: federation.scratch.path)
    }

    private func entries(_ step: ScriptStep, _ place: Comment) throws {
        let parts = step.words[0].split(separator: "/")
        let log = try KeptLog.own("\(parts[0]).tongzhou.test/\(parts[1])/1", in: federation.scratch(String(parts[0])))
        #expect(log.entries.count == Int(step.words[1]), place)
    }

    private func node(_ code: String) throws -> TestNode {
        guard let node = federation.nodes.first(where: { $0.code == code }) else {
            throw TestProblem("no node \(code)")
        }
        return node
    }

    private func expand(_ text: String) -> String {
        text.replacing("$PROJECT", with: ProgramUnderTest.project.path).replacing("$TODAY", with: Self.today)
    }

    private static var today: String {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        let parts = calendar.dateComponents([.year, .month, .day], from: Date.now + 8 * 3600)
        return String(format: "%04d-%02d-%02d", parts.year ?? 0, parts.month ?? 0, parts.day ?? 0)
    }
}
