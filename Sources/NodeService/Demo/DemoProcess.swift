import Foundation

/// One `tongzhou serve` of the demonstration; started again when it ends unasked, as a service manager would.
final class DemoProcess: @unchecked Sendable {
    let folder: URL
    private let program: URL
    private let log: FileHandle
    /// Guards the fields below: Foundation calls the termination handler on a thread of its own.
    private let lock = NSLock()
    private var process: Process?
    private var isStopping = false
    private var daysAgo = 0

    init(folder: URL, program: URL) throws {
        self.folder = folder
        self.program = program
        let file = folder.appending(path: "node.log")
        try Data().write(to: file)
        log = try FileHandle(forWritingTo: file)
    }

    var configuration: String { folder.appending(path: "node.yaml").path }

    /// Writes `node.yaml` anew.
    func configure(_ change: (String) -> String) throws {
        let text = try String(contentsOfFile: configuration, encoding: .utf8)
        try Data(change(text).utf8).write(to: URL(filePath: configuration))
    }

    /// Starts the node, with its clock set back by some days.
    func start(daysAgo: Int) throws {
        lock.withLock { (self.daysAgo, isStopping) = (daysAgo, false) }
        try start()
    }

    private func start() throws {
        try lock.withLock {
            guard !isStopping else { return }
            let process = Process()
            process.executableURL = program
            process.arguments =
                ["serve", "--config", configuration] + (daysAgo > 0 ? ["--days-ago", "\(daysAgo)"] : [])
            process.standardInput = FileHandle.nullDevice
            process.standardOutput = FileHandle.nullDevice
            process.standardError = log
            process.terminationHandler = { [weak self] in self?.ended($0) }
            try process.run()
            self.process = process
            let pid = "\(process.processIdentifier)\n"
            try Data(pid.utf8).write(to: folder.appending(path: "node.pid"))
        }
    }

    private func ended(_ ended: Process) {
        // Told late, after the node was started again, it is no longer the one.
        guard lock.withLock({ !isStopping && process === ended }) else { return }
        // The command that may hold the folder just now is short; a service manager waits as well.
        Thread.sleep(forTimeInterval: 0.2)
        try? start()
    }

    /// Asks the node to stop.
    func ask() {
        let process = lock.withLock {
            isStopping = true
            return self.process
        }
        if let process, process.isRunning { process.terminate() }
    }

    /// Asks the node to stop and waits. Returns its exit code.
    func stop() -> Int32 {
        ask()
        guard let process = lock.withLock({ process }) else { return -1 }
        process.waitUntilExit()
        lock.withLock { self.process = nil }
        try? FileManager.default.removeItem(at: folder.appending(path: "node.pid"))
        return process.terminationStatus
    }
}
