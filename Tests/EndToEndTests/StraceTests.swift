import Foundation
import TestSupport
import Testing

extension EndToEnd {
    /// The real program, one of whose system calls fails (faults F1 to F3): it may refuse, or end, but what it has
    /// acknowledged is there afterwards, once, in one history.
    ///
    /// `TONGZHOU_NIGHTLY` has the first, the second, the third … call of each kind fail until none is left.
    @Suite struct StraceTests {
        struct Fault: CustomTestStringConvertible {
            let call: String
            let error: String
            /// Only calls on these files of the node's folder; all calls of the process when empty.
            let files: [String]
            let times: [Int]
            /// Whether every later call fails as well.
            var isLasting = false

            var testDescription: String { "\(call) \(error)\(isLasting ? " from then on" : "")" }
        }

        private static let log = ["log.sqlite", "log.sqlite-wal", "log.sqlite-shm"]

        /// A file system that turns read-only under the node, as the kernel does with one whose disk fails.
        private static func readOnly(from times: [Int]) -> Fault {
            Fault(
                call: "pwrite64,write,fdatasync,fsync,ftruncate,fallocate", error: "EROFS", files: log, times: times,
                isLasting: true)
        }

        private static let isNight = ProcessInfo.processInfo.environment["TONGZHOU_NIGHTLY"] != nil

        private static let faults: [Fault] = {
            let short = [
                Fault(call: "pwrite64", error: "EIO", files: log, times: [2]),
                Fault(call: "pwrite64", error: "ENOSPC", files: log, times: [5]),
                Fault(call: "fdatasync,fsync", error: "EIO", files: log, times: [1, 2]),
                Fault(call: "accept4", error: "EMFILE", files: [], times: [1]),
                readOnly(from: [9]),
            ]
            guard isNight else { return short }
            let every = Array(1...60)
            func each(_ calls: [String], _ errors: [String], _ files: [String]) -> [Fault] {
                errors.flatMap { error in
                    calls.map { Fault(call: $0, error: error, files: files, times: every) }
                }
            }
            return each(
                ["pwrite64", "write", "fdatasync", "fsync", "ftruncate", "fallocate", "openat"],
                ["EIO", "ENOSPC", "ENOMEM"], log)
                + each(["pread64", "mmap"], ["EIO", "ENOMEM"], log)
                + each(["rename", "unlink"], ["EIO", "ENOSPC"], [])
                + each(["accept4"], ["EMFILE", "ENOMEM"], [])
                + each(["connect"], ["ENETUNREACH", "ENOMEM"], [])
                + each(["sendto,sendmsg,writev", "recvfrom,recvmsg,readv"], ["ECONNRESET", "ENOMEM"], []) + [
                    Fault(
                        call: "openat", error: "EMFILE", files: [], times: Array(stride(from: 1, through: 400, by: 7))),
                    readOnly(from: every),
                ]
        }()

        private static let mayTrace: Bool = {
            let process = Process()
            process.executableURL = URL(filePath: "/usr/bin/env")
            process.arguments = ["strace", "-f", "--seccomp-bpf", "-D", "-o", "/dev/null", "true"]
            process.standardError = FileHandle.nullDevice
            guard (try? process.run()) != nil else { return false }
            process.waitUntilExit()
            return process.terminationStatus == 0
        }()

        @Test(.enabled(if: Machine.gives(mayTrace), "strace is missing, or this process may not trace"))
        func nothingAcknowledgedIsLostWhicheverCallFails() async throws {
            let pair = try await SpeakingPair()
            try await pair.federation.start(pair.speaker, pair.listener)
            var injected = 0
            for fault in Self.faults {
                let before = injected
                for time in fault.times {
                    guard try await fails(pair, fault, at: time) else { break }
                    injected += 1
                    // Between two judgements one crash follows the other.
                    if time % 10 == 0 { try await judge(pair, "\(fault.testDescription) at \(time)") }
                }
                try await judge(pair, fault.testDescription)
                // Of the many at night some call what the node never does.
                if !Self.isNight { #expect(injected > before, "\(fault.testDescription): no such call has failed") }
                print("strace: \(fault.testDescription) \(injected - before) times")
                fflush(nil)
            }
            print("strace: \(injected) calls failed, \(pair.acknowledged.count) acknowledged")
            #expect(injected >= 4)
            try await pair.federation.stop()
        }

        /// Runs the speaker with one failing call, and kills it. Whether a call failed at all.
        private func fails(_ pair: SpeakingPair, _ fault: Fault, at time: Int) async throws -> Bool {
            let node = pair.speaker
            let trace = pair.federation.scratch("trace")
            try? FileManager.default.removeItem(atPath: trace)
            try await kill(node)
            node.tracer =
                ["strace", "-f", "-q", "--seccomp-bpf", "-D", "-o", trace]
                + fault.files.flatMap { ["-P", "\(node.folder)/\($0)"] }
                + ["-e", "trace=\(fault.call)"]
                + ["-e", "inject=\(fault.call):error=\(fault.error):when=\(time)\(fault.isLasting ? "+" : "")"]
            do {
                try await node.start()
                for _ in 0..<3 where !node.hasEnded { try await pair.say() }
            } catch {
                #expect(node.hasEnded, "\(fault.testDescription) at \(time): neither serves nor ends: \(error)")
            }
            node.tracer = []
            let pid = try #require(node.pid)
            let hasEnded = node.hasEnded
            if !hasEnded { try await kill(node) }
            try await Eventually.holds("strace has written everything") { Self.isWhole(Run.text(trace), of: pid) }
            let isInjected = Run.text(trace).contains("(INJECTED)")
            #expect(isInjected || !hasEnded, "\(fault.testDescription) at \(time): ended, and no call had failed")
            return isInjected
        }

        /// Whether strace has written of the end of the process, which it does after it has ended: that of its first
        /// thread comes last, since the kernel keeps it until the others are gone (ptrace(2), "Death under ptrace").
        private static func isWhole(_ trace: String, of pid: pid_t) -> Bool {
            trace.split(separator: "\n").contains { line in
                let words = line.split(separator: " ")
                return words.count > 1 && words[0] == "\(pid)" && words[1] == "+++"
            }
        }

        private func kill(_ node: TestNode) async throws {
            node.signal(SIGKILL)
            _ = try await node.ended(within: .seconds(60))
        }

        /// Runs the speaker without a fault, and has it judged.
        private func judge(_ pair: SpeakingPair, _ what: String) async throws {
            try await kill(pair.speaker)
            try await pair.speaker.start()
            try await pair.judge(what)
        }
    }
}
