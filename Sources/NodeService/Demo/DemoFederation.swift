import Compensation
import Foundation

/// The nodes of a demonstration: certificates, folders, processes, and commands run as an operator would.
final class DemoFederation: Sendable {
    private static let patience = Duration.seconds(180)
    private static let shortestPause = Duration.milliseconds(50)
    private static let longestPause = Duration.milliseconds(800)

    let folder: URL
    let members: [DemoMember]
    private let project: URL
    let program: URL
    private let language: String
    private let processes: [String: DemoProcess]

    /// Prepares everything and starts the processes.
    /// - Parameters:
    ///   - daysAgo: by how many days the clocks of the nodes are set back.
    ///   - configure: changes each `node.yaml` before it is used.
    init(
        folder: URL, project: URL, language: String, members: [DemoMember], daysAgo: Int = 0,
        configure: (String) -> String = { $0 }
    ) throws {
        self.folder = folder
        self.members = members
        self.project = project
        self.language = language
        program = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        try Self.clear(folder)
        let peers = folder.appending(path: "peers")
        try FileManager.default.createDirectory(at: peers, withIntermediateDirectories: true)
        let certificates = folder.appending(path: "certs").path
        try Self.require(program, ["certs", "--folder", certificates] + members.map(\.node))
        var processes: [String: DemoProcess] = [:]
        for (member, port) in zip(members, try FreePort.find(members.count)) {
            let home = folder.appending(path: member.code)
            let facts = folder.appending(path: "\(member.code).facts.yaml")
            try Data(member.facts.utf8).write(to: facts)
            try Self.require(
                program,
                [
                    "init", home.path, "--facts", facts.path, "--certs", certificates, "--peers", peers.path, "--port",
                    "\(port)",
                ] + member.readers(among: members))
            let publicFacts = "\(member.node).yaml"
            try FileManager.default.copyItem(
                at: home.appending(path: publicFacts), to: peers.appending(path: publicFacts))
            let process = try DemoProcess(folder: home, program: program)
            try process.configure(configure)
            processes[member.code] = process
        }
        self.processes = processes
        for member in members { try processes[member.code]?.start(daysAgo: daysAgo) }
    }

    /// Has a story happen among running nodes and stops them; what does not hold ends it with exit code 1.
    static func told(
        _ language: Language, _ prepare: () throws -> DemoFederation,
        story: (DemoFederation) async throws -> CommandOutcome
    ) async throws -> CommandOutcome {
        do {
            let federation = try prepare()
            do {
                let outcome = try await story(federation)
                try federation.stop()
                return outcome
            } catch {
                try? federation.stop()
                throw error
            }
        } catch let failure as DemoFailure {
            let text = Bilingual(zh: "演示未通过：\(failure)", en: "the demonstration failed: \(failure)")
            return CommandOutcome(exitCode: ExitCode.failed, errors: text(language) + "\n")
        }
    }

    /// Removes an older demonstration; anything else in the way is left alone.
    private static func clear(_ folder: URL) throws {
        let marker = folder.appending(path: "demo.marker")
        if FileManager.default.fileExists(atPath: folder.path) {
            guard FileManager.default.fileExists(atPath: marker.path) else {
                throw DemoFailure("\(folder.path): not a demonstration folder, will not be replaced")
            }
            try FileManager.default.removeItem(at: folder)
        }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data("tongzhou demo\n".utf8).write(to: marker)
    }

    private static func require(_ program: URL, _ arguments: [String]) throws {
        let outcome = try execute(program, arguments)
        guard outcome.exitCode == 0 else {
            throw DemoFailure("tongzhou \(arguments.joined(separator: " ")): \(outcome.errors)")
        }
    }

    private static func execute(_ program: URL, _ arguments: [String]) throws -> CommandOutcome {
        let process = Process()
        process.executableURL = program
        process.arguments = arguments
        let output = Pipe()
        let scratch = try ScratchFolder()
        defer { scratch.remove() }
        let errors = scratch.url.appending(path: "errors")
        try Data().write(to: errors)
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        process.standardError = try FileHandle(forWritingTo: errors)
        try process.run()
        let data = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return CommandOutcome(
            exitCode: process.terminationStatus, output: String(decoding: data, as: UTF8.self),
            errors: (try? String(contentsOf: errors, encoding: .utf8)) ?? "")
    }

    func path(_ relative: String) -> String { project.appending(path: relative).path }

    /// Runs a command once, at a node or with none.
    func outcome(_ code: String?, _ arguments: [String], json: Bool = false) throws -> CommandOutcome {
        let node = try code.map { code in
            guard let process = processes[code] else { throw DemoFailure("no node \(code)") }
            return ["--config", process.configuration]
        }
        return try Self.execute(program, arguments + (node ?? []) + (json ? ["--json"] : ["--lang", language]))
    }

    /// Runs a command at a node. A node that is just starting is asked again; saying a thing twice records it once.
    func command(_ code: String, _ arguments: [String]) async throws -> DemoAnswer {
        let outcome = try await tried(code, arguments, json: true) {
            ($0.exitCode == 0 || $0.exitCode == 6) && DemoAnswer($0.output).isThere
        }
        return DemoAnswer(outcome.output)
    }

    /// Runs a command again and again until its outcome is `right`, at most three minutes.
    func tried(
        _ code: String, _ arguments: [String], json: Bool = false, until right: (CommandOutcome) -> Bool
    ) async throws -> CommandOutcome {
        let deadline = Deadline(after: Self.patience)
        var pause = Self.shortestPause
        while true {
            let outcome = try outcome(code, arguments, json: json)
            if right(outcome) { return outcome }
            guard deadline.left > .zero else {
                throw DemoFailure(
                    "\(code): tongzhou \(arguments.joined(separator: " ")): \(outcome.exitCode) \(outcome.output)\(outcome.errors)"
                )
            }
            try await rest(&pause)
        }
    }

    /// Each wait is longer than the one before: asking takes time from the nodes that are waited for.
    private func rest(_ pause: inout Duration) async throws {
        try await Task.sleep(for: pause)
        pause = min(pause * 2, Self.longestPause)
    }

    /// Asks until `condition` holds, at most three minutes.
    func wait(
        _ what: String, at code: String, _ arguments: [String], until condition: (DemoAnswer) -> Bool
    ) async throws -> DemoAnswer {
        let deadline = Deadline(after: Self.patience)
        var pause = Self.shortestPause
        while deadline.left > .zero {
            let answer = try await command(code, arguments)
            if condition(answer) { return answer }
            try await rest(&pause)
        }
        throw DemoFailure("\(code): \(what): not within three minutes")
    }

    /// Stops all nodes, changes their configuration, and starts them with the machine's own clock.
    func restart(_ change: (String) -> String) throws {
        try stop()
        for member in members {
            guard let process = processes[member.code] else { continue }
            try process.configure(change)
            try process.start(daysAgo: 0)
        }
    }

    /// Has a node show some channels to the public from its next start on. Returns the address of its pages.
    func publish(_ code: String, channels: [String]) throws -> String {
        guard let process = processes[code] else { throw DemoFailure("no node \(code)") }
        let address = "127.0.0.1:\(try FreePort.find(1)[0])"
        try process.configure {
            $0 + "pages: {listen: \"\(address)\", channels: [\(channels.joined(separator: ", "))]}\n"
        }
        return "http://\(address)/\(language)"
    }

    /// Stops all nodes; every exit code has to be 0.
    func stop() throws {
        for process in processes.values { process.ask() }
        let codes = members.map { ($0.code, processes[$0.code]?.stop() ?? -1) }
        for (name, code) in codes where code != 0 { throw DemoFailure("\(name): serve ended with \(code)") }
    }
}
