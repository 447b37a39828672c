import Foundation
import TestSupport
import Testing

extension EndToEnd {
    /// A file system that is really full: a tmpfs of 4 MiB in a mount namespace of its own.
    @Suite struct FullDiskTests {
        /// How to get such a namespace: as root, or as root of a user namespace.
        static let unshare = ["unshare"] + (geteuid() == 0 ? ["-m"] : ["-rm"])

        static let mayMount: Bool = {
            let process = Process()
            process.executableURL = URL(filePath: "/usr/bin/env")
            process.arguments = unshare + ["mount", "-t", "tmpfs", "tmpfs", "/tmp"]
            process.standardError = FileHandle.nullDevice
            guard (try? process.run()) != nil else { return false }
            process.waitUntilExit()
            return process.terminationStatus == 0
        }()

        /// Runs a script that has a small disk of its own and leaves what it saw in `results`.
        private static func judge(_ name: String, in scratch: ScratchFolder) async throws -> CommandResult {
            for name in ["disk", "results", "peers"] {
                try FileManager.default.createDirectory(atPath: scratch(name), withIntermediateDirectories: true)
            }
            try await Run.done(["certs", "--folder", scratch("certs"), "500000.tongzhou.test"])
            return try await Run.program(
                "/usr/bin/env",
                unshare + [
                    "bash", ProgramUnderTest.file("Tests/EndToEndTests/Judges/\(name)"), ProgramUnderTest.path,
                    scratch("disk"), scratch("results"), scratch("certs"), scratch("peers"),
                    ProgramUnderTest.file("peers/500000.yaml"), "\(try LoopbackPort.free())",
                ], environment: ["TONGZHOU_LANG": "en"], within: .seconds(1800))
        }

        @Test(.enabled(if: Machine.gives(mayMount), "this process may not mount a file system"))
        func nothingAcknowledgedIsLostAndTheNodeGoesOnWhenThereIsRoom() async throws {
            let scratch = try ScratchFolder()
            let result = try await Self.judge("full_disk.sh", in: scratch)
            func text(_ file: String) -> String { Run.text(scratch("results/\(file)")) }
            func sections(_ name: String) -> [String] {
                JSONAnswer(text("\(name).out"))["sections"].list.map { $0["section"].text }
            }
            let story = "\(result)\n\(text("init.out"))\(text("full.err"))\(text("again.err"))\(text("serve.err"))"
            let acknowledged = text("acknowledged").split(separator: "\n").compactMap { Int($0) }
            try #require(result.exitCode == 0 && acknowledged.count == 2, "\(story)")
            func all(_ count: Int) -> [String] { (0..<count).map { "500000-s\($0)" }.sorted() }

            // It did run full, in the midst of recording, and said so in words an operator understands.
            #expect(acknowledged[0] >= 2 && acknowledged[0] < 200, "\(story)")
            for name in ["full", "again"] {
                #expect(text("\(name).code") == "1\n", "\(story)")
                #expect(text("\(name).err").contains("disk is full"), "\(story)")
            }
            // Meanwhile reading goes on, and what is stored is whole.
            #expect(JSONAnswer(text("status-full.out"))["running"].flag == true, "\(story)")
            #expect(sections("sections-full") == all(acknowledged[0]), "\(story)")
            // With room again the same node goes on, as does a restarted one after a kill.
            for name in ["after", "restarted"] { #expect(text("\(name).code") == "0\n", "\(text("\(name).err"))") }
            #expect(acknowledged[1] == acknowledged[0] + 2)
            #expect(sections("sections-after") == all(acknowledged[0] + 1))
            #expect(sections("sections-restarted") == all(acknowledged[1]))
            for name in ["full", "after", "restarted"] {
                let check = JSONAnswer(text("check-\(name).out"))
                #expect(text("check-\(name).code") == "0\n" && check["sound"].flag == true, "\(name): \(check)")
            }
            let log = JSONAnswer(text("check-restarted.out"))["logs"].list.first {
                $0["origin"].text.contains("/common/")
            }
            // The node's own entry, and one for each that was acknowledged.
            #expect(log?["size"].number == acknowledged[1] + 1, "\(text("check-restarted.out"))")
        }

        /// What goes beside a refused file needs room; the file is not lost for want of it, and nobody has to type.
        @Test(.enabled(if: Machine.gives(mayMount), "this process may not mount a file system"))
        func aRefusedFileStaysInTheWatchedFolderUntilThereIsRoomBesideIt() async throws {
            let scratch = try ScratchFolder()
            let result = try await Self.judge("full_inbox.sh", in: scratch)
            func text(_ file: String) -> String { Run.text(scratch("results/\(file)")) }
            func conditions(_ name: String, _ code: String) -> [String] {
                JSONAnswer(text("\(name).out"))["conditions"].list.filter { $0["code"].text == code }
                    .map { $0["detail"].text }
            }
            let story = "\(result)\n\(text("init.out"))\(text("full.out"))\(text("full.names"))\(text("serve.err"))"
            try #require(result.exitCode == 0, "\(story)")
            #expect(conditions("full", "DAT-05").allSatisfy { $0.contains("disk is full") }, "\(story)")
            #expect(conditions("full", "DAT-05").count == 1, "\(story)")
            #expect(text("full.names").isEmpty, "half a receipt keeps a name taken: \(story)")
            #expect(text("same.code") == "0\n", "\(text("same.out"))")
            let times = text("times").split(separator: "\n")
            #expect(times.count == 2 && times.first == times.last, "it is tried once a minute: \(times)")
            let names = text("after.names").split(separator: "\n").sorted()
            #expect(names == ["bad.csv", "bad.csv.receipt.json", "bad_issues.xlsx"], "\(story)")
            #expect(conditions("after", "DAT-06") == ["1"], "\(text("after.out"))")
            #expect(text("serve.err").split(separator: "intake-stuck").count == 2, "told once: \(story)")
        }
    }
}
