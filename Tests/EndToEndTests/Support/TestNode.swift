import Foundation

/// One node of a test federation: its folder, and its process while it runs.
final class TestNode: @unchecked Sendable {
    let code: String
    let folder: String
    let port: Int
    /// Beside what every child gets.
    var environment: [String: String] = [:]
    /// A program and its arguments under which `serve` is run.
    var tracer: [String] = []
    private var process: ChildProcess?

    init(code: String, folder: String, port: Int) {
        self.code = code
        self.folder = folder
        self.port = port
    }

    var name: String { "\(code).tongzhou.test" }
    var config: String { "\(folder)/node.yaml" }
    var logFile: String { "\(folder)/node.log" }
    var log: String { Run.text(logFile) }
    var pid: pid_t? { process?.pid }
    /// The largest resident size of the process, KiB; 0 when that cannot be had.
    var peakMemory: Int {
        Run.text("/proc/\(pid ?? 0)/status").firstMatch(of: /VmHWM:\s+(\d+)/).flatMap { Int($0.1) } ?? 0
    }

    /// Starts `serve` and waits until it takes commands.
    func start(_ options: String...) async throws { try await start(with: options) }

    /// Starts by the operator's word that nobody holds more, and waits until whoever can be reached has been asked.
    func startUnconfirmed() async throws {
        try await start("--sign-unconfirmed")
        try await asked()
    }

    /// Waits until every peer was asked that has to be before the first signature.
    func asked() async throws {
        try await Eventually.holds("\(code) has asked: \(log)") {
            try await !self.conditions().contains { $0.hasPrefix("SIG-01") }
        }
    }

    func start(with options: [String]) async throws {
        try? FileManager.default.removeItem(atPath: logFile)
        let command = tracer + [ProgramUnderTest.path, "serve", "--config", config] + options
        let process = try ChildProcess(
            command[0], Array(command.dropFirst()), environment: environment, output: "/dev/null", errors: logFile)
        self.process = process
        try await Eventually.holds("\(code) serves: \(log)") {
            if let code = process.exitCode { throw TestProblem("serve ended with \(code): \(self.log)") }
            guard self.log.contains("info listening ") else { return false }
            return try await self.command("status").json["running"].flag == true
        }
    }

    /// Sends SIGTERM and returns the exit code.
    @discardableResult
    func stop() async throws -> Int32 {
        guard let process else { return 0 }
        process.send(SIGTERM)
        let code = try await process.end()
        self.process = nil
        return code
    }

    var hasEnded: Bool { process?.exitCode != nil }

    func signal(_ signal: Int32) { process?.send(signal) }

    func ended(within limit: Duration) async throws -> Int32 {
        guard let process else { throw TestProblem("\(code) was not started") }
        return try await process.end(within: limit)
    }

    /// An operator's command, answered in JSON.
    func command(_ arguments: String...) async throws -> CommandResult {
        try await Run.tongzhou(arguments + ["--config", config, "--json"])
    }

    /// A command that has to succeed.
    @discardableResult
    func done(_ arguments: String...) async throws -> JSONAnswer {
        try await Run.done(arguments + ["--config", config, "--json"]).json
    }

    /// This node's view of one log of a peer, as `status` shows it.
    func peer(_ origin: String) async throws -> JSONAnswer {
        try await done("status")["peers"].list.first { $0["origin"].text == origin } ?? JSONAnswer("{}")
    }

    /// The open conditions as `code subject`.
    func conditions() async throws -> [String] {
        try await done("status")["conditions"].list.map { "\($0["code"].text) \($0["subject"].text)" }
    }

    func ownSize(_ channel: String) async throws -> Int? {
        try await done("status")["own_logs"].list.first { $0["origin"].text == "\(name)/\(channel)/1" }?["size"].number
    }

    /// Registers a section: the smallest thing there is to say.
    func register(_ section: String) async throws {
        let result = try await say(section)
        guard result.exitCode == 0 else { throw TestProblem("\(code) cannot say \(section): \(result)") }
    }

    /// The same, whatever comes of it.
    func say(_ section: String) async throws -> CommandResult {
        try await command(
            "sections", "add", "--id", "\(code)-\(section)", "--name-zh", section, "--name-en", section, "--river", "r",
            "--basin", "b", "--upstream", "500000", "--downstream", "430000")
    }

    /// Gives the node addresses for its peers at which nobody listens, so that it cannot compare itself with them.
    func askNobody(_ scratch: ScratchFolder) throws {
        let folder = scratch("nobody-\(code)")
        try? FileManager.default.removeItem(atPath: folder)
        try FileManager.default.copyItem(atPath: scratch("peers"), toPath: folder)
        for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
            let text = Run.text("\(folder)/\(name)").replacing(/port: \d+/, with: "port: 1")
            try Data(text.utf8).write(to: URL(filePath: "\(folder)/\(name)"))
        }
        let text = Run.text(config).replacing(scratch("peers"), with: folder)
        try Data(text.utf8).write(to: URL(filePath: config))
    }
}
