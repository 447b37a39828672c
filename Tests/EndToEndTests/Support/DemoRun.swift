import Foundation

/// One `tongzhou demo` under way.
final class DemoRun {
    let scratch: ScratchFolder
    let process: ChildProcess
    private let codes: [String]
    var folder: String { scratch("demo") }
    var told: String { Run.text(scratch("out")) }
    var errors: String { Run.text(scratch("err")) }

    init(language: String, codes: [String] = TestFederation.codes, options: [String] = []) throws {
        self.codes = codes
        scratch = try ScratchFolder()
        process = try ChildProcess(
            ProgramUnderTest.path,
            ["demo", "--project", ProgramUnderTest.project.path, "--folder", scratch("demo"), "--lang", language]
                + options,
            output: scratch("out"), errors: scratch("err"))
    }

    /// A demonstration that was cut off leaves its nodes behind.
    deinit {
        process.send(SIGKILL)
        for code in codes {
            if let pid = node(code) { kill(pid, SIGKILL) }
        }
    }

    /// The process that serves a node now; only ever one of this demonstration.
    func node(_ code: String) -> pid_t? {
        guard let pid = pid_t(Run.text("\(folder)/\(code)/node.pid").trimmingCharacters(in: .newlines)), pid > 1,
            Run.text("/proc/\(pid)/cmdline").contains("\(folder)/\(code)/node.yaml")
        else { return nil }
        return pid
    }
}
