import Foundation

/// The three nodes of the demonstration: certificates, folders, processes, and commands run as an operator would.
final class DemoFederation: Sendable {
    static let chongqing = "500000"
    static let hunan = "430000"
    static let centre = "100000"
    static let codes = [chongqing, hunan, centre]

    let folder: URL
    private let project: URL
    private let program: URL
    private let language: String
    private let processes: [String: DemoProcess]

    /// Prepares everything and starts the processes.
    init(folder: URL, project: URL, language: String) throws {
        self.folder = folder
        self.project = project
        self.language = language
        program = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        try Self.clear(folder)
        let nodes = Self.codes.map { "\($0).tongzhou.test" }
        let peers = folder.appending(path: "peers")
        try FileManager.default.createDirectory(at: peers, withIntermediateDirectories: true)
        let certificates = folder.appending(path: "certs").path
        try Self.require(program, ["certs", "--folder", certificates] + nodes)
        var processes: [String: DemoProcess] = [:]
        for (code, port) in zip(Self.codes, try FreePort.find(Self.codes.count)) {
            let home = folder.appending(path: code)
            let others = nodes.filter { !$0.hasPrefix(code) }.joined(separator: ",")
            try Self.require(
                program,
                [
                    "init", home.path, "--facts", project.appending(path: "peers/\(code).yaml").path, "--certs",
                    certificates, "--peers", peers.path, "--port", "\(port)",
                ] + (code == Self.centre ? [] : ["--readers", "youshui=\(others)"]))
            let facts = "\(code).tongzhou.test.yaml"
            try FileManager.default.copyItem(at: home.appending(path: facts), to: peers.appending(path: facts))
            processes[code] = try DemoProcess(name: code, folder: home, program: program)
        }
        self.processes = processes
        for code in Self.codes { try processes[code]?.start() }
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
        let (code, _, errors) = try execute(program, arguments)
        guard code == 0 else { throw DemoFailure("tongzhou \(arguments.joined(separator: " ")): \(errors)") }
    }

    private static func execute(_ program: URL, _ arguments: [String]) throws -> (Int32, Data, String) {
        let process = Process()
        process.executableURL = program
        process.arguments = arguments
        let output = Pipe()
        let errors = FileManager.default.temporaryDirectory.appending(path: "tongzhou-\(getpid())-errors")
        try Data().write(to: errors)
        defer { try? FileManager.default.removeItem(at: errors) }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        process.standardError = try FileHandle(forWritingTo: errors)
        try process.run()
        let data = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return (process.terminationStatus, data, (try? String(contentsOf: errors, encoding: .utf8)) ?? "")
    }

    func path(_ relative: String) -> String { project.appending(path: relative).path }

    /// Runs a command at a node. A node that is just starting is asked again; saying a thing twice records it once.
    func command(_ code: String, _ arguments: [String]) async throws -> DemoAnswer {
        guard let process = processes[code] else { throw DemoFailure("no node \(code)") }
        var last = ""
        for _ in 0..<300 {
            let (status, data, errors) = try Self.execute(
                program, arguments + ["--config", process.configuration, "--json"])
            if status == 0 || status == 6, let answer = DemoAnswer(data) { return answer }
            last = "\(status) \(errors)"
            try await Task.sleep(for: .milliseconds(200))
        }
        throw DemoFailure("\(code): tongzhou \(arguments.joined(separator: " ")): \(last)")
    }

    /// The same as the operator sees it.
    func text(_ code: String, _ arguments: [String]) throws -> String {
        guard let process = processes[code] else { return "" }
        let (_, data, errors) = try Self.execute(
            program, arguments + ["--config", process.configuration, "--lang", language])
        return String(decoding: data, as: UTF8.self) + errors
    }

    /// Asks until `condition` holds, at most a minute.
    func wait(
        _ what: String, at code: String, _ arguments: [String], until condition: (DemoAnswer) -> Bool
    ) async throws -> DemoAnswer {
        let deadline = Deadline(after: .seconds(60))
        while deadline.left > .zero {
            let answer = try await command(code, arguments)
            if condition(answer) { return answer }
            try await Task.sleep(for: .milliseconds(50))
        }
        throw DemoFailure("\(code): \(what): not within a minute")
    }

    /// Stops all nodes; every exit code has to be 0.
    func stop() throws {
        let codes = Self.codes.map { ($0, processes[$0]?.stop() ?? -1) }
        for (name, code) in codes where code != 0 { throw DemoFailure("\(name): serve ended with \(code)") }
    }
}
