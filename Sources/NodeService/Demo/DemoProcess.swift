import Foundation

/// One `tongzhou serve` of the demonstration; started again when it ends unasked, as a service manager would.
final class DemoProcess: @unchecked Sendable {
    let name: String
    let folder: URL
    private let program: URL
    private let log: FileHandle
    /// Guards the two fields below: Foundation calls the termination handler on a thread of its own.
    private let lock = NSLock()
    private var process: Process?
    private var isStopping = false

    init(name: String, folder: URL, program: URL) throws {
        self.name = name
        self.folder = folder
        self.program = program
        let file = folder.appending(path: "node.log")
        try Data().write(to: file)
        log = try FileHandle(forWritingTo: file)
    }

    var configuration: String { folder.appending(path: "node.yaml").path }

    func start() throws {
        try lock.withLock {
            guard !isStopping else { return }
            let process = Process()
            process.executableURL = program
            process.arguments = ["serve", "--config", configuration]
            process.standardInput = FileHandle.nullDevice
            process.standardOutput = FileHandle.nullDevice
            process.standardError = log
            process.terminationHandler = { [weak self] _ in self?.ended() }
            try process.run()
            self.process = process
            let pid = "\(process.processIdentifier)\n"
            try Data(pid.utf8).write(to: folder.appending(path: "node.pid"))
        }
    }

    private func ended() {
        guard !lock.withLock({ isStopping }) else { return }
        // The command that may hold the folder just now is short; a service manager waits as well.
        Thread.sleep(forTimeInterval: 0.2)
        try? start()
    }

    /// Asks the node to stop and waits. Returns its exit code.
    func stop() -> Int32 {
        let process = lock.withLock {
            isStopping = true
            return self.process
        }
        guard let process else { return -1 }
        if process.isRunning { process.terminate() }
        process.waitUntilExit()
        try? FileManager.default.removeItem(at: folder.appending(path: "node.pid"))
        return process.terminationStatus
    }
}
