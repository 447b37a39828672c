import Foundation

/// One process started by a test, its output going to files. Ended at the latest with its value.
final class ChildProcess: @unchecked Sendable {
    let pid: pid_t
    /// Guards `code`: a process is waited for only once.
    private let lock = NSLock()
    private var code: Int32?

    /// Starts `program`; `output` and `errors` are appended to.
    init(
        _ program: String, _ arguments: [String], environment: [String: String] = [:], folder: String? = nil,
        output: String, errors: String
    ) throws {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_APPEND, 0o600)
        posix_spawn_file_actions_addopen(&actions, 2, errors, O_WRONLY | O_CREAT | O_APPEND, 0o600)
        // The threads that run tests block signals; a child must not inherit that.
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        var all = sigset_t()
        sigfillset(&all)
        posix_spawnattr_setsigdefault(&attributes, &all)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
        let inherited = ProcessInfo.processInfo.environment.filter {
            ["PATH", "HOME", "LD_LIBRARY_PATH"].contains($0.key)
        }
        let variables = inherited.merging(environment) { $1 }.map { "\($0.key)=\($0.value)" }
        // `env -C` changes the folder and becomes the program.
        let words = (folder.map { ["env", "-C", $0] } ?? []) + [program] + arguments
        let argv = words.map { strdup($0) } + [nil]
        let envp = variables.map { strdup($0) } + [nil]
        defer { for pointer in argv + envp { free(pointer) } }
        var started: pid_t = 0
        let failure = posix_spawnp(&started, words[0], &actions, &attributes, argv, envp)
        guard failure == 0 else { throw TestProblem("\(program): \(String(cString: strerror(failure)))") }
        pid = started
    }

    deinit {
        send(SIGKILL)
        if lock.withLock({ code == nil }) { waitpid(pid, nil, 0) }
    }

    /// Sends a signal unless the process has ended.
    func send(_ signal: Int32) {
        if exitCode == nil { kill(pid, signal) }
    }

    /// The exit code, 128 + signal for one that was killed; `nil` while it runs.
    var exitCode: Int32? {
        lock.withLock {
            if let code { return code }
            var status: Int32 = 0
            guard waitpid(pid, &status, WNOHANG) == pid else { return nil }
            let signal = status & 0x7f
            code = signal == 0 ? (status >> 8) & 0xff : 128 + signal
            return code
        }
    }

    /// Waits for the end; kills and throws when it does not come in time.
    func end(within limit: Duration = .seconds(60)) async throws -> Int32 {
        let deadline = ContinuousClock.now + limit
        while ContinuousClock.now < deadline {
            if let exitCode { return exitCode }
            try await Task.sleep(for: .milliseconds(5))
        }
        send(SIGKILL)
        throw TestProblem("process \(pid) did not end within \(limit)")
    }
}
