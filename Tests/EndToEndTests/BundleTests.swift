import Foundation
import Testing

extension EndToEnd {
    /// Bundles against another implementation of their specification, and in the size of years.
    @Suite struct BundleTests {
        private static let python = ProgramUnderTest.file(".build-venv/bin/python3")
        private static let script = ProgramUnderTest.file("Tests/EndToEndTests/Judges/bundle_files.py")

        /// A bundle of the centre's common log for Chongqing, written by the other implementation.
        private func written(_ federation: TestFederation, from: Int = 0, to: Int) async throws -> String {
            let file = federation.scratch("written-\(from)-\(to)")
            let result = try await Run.program(
                Self.python,
                [
                    Self.script, "write", "--seed", "\(federation.centre.folder)/keys/log.key", "--origin",
                    "\(federation.centre.name)/common/1", "--for", federation.chongqing.name, "--from", "\(from)",
                    "--to", "\(to)", file,
                ], within: .seconds(1800))
            try #require(result.exitCode == 0, "\(result)")
            return file
        }

        @Test func othersCanWriteThemFromTheSpecification() async throws {
            let federation = try await TestFederation()
            let reader = federation.chongqing
            // Over the borders of tiles and chunks, and in the middle of them.
            for (from, to) in [(0, 3), (3, 300), (300, 512), (500, 5000), (4000, 9300), (9300, 9300)] {
                let file = try await written(federation, from: from, to: to)
                let log = try await reader.done("bundle", "import", file)["logs"][0]
                #expect(log["after"].number == to, "\(from) to \(to): \(log)")
            }
            let held = try KeptLog.all(in: reader.folder).first { $0.origin == "\(federation.centre.name)/common/1" }
            #expect(held?.entries == (0..<9300).map { Data("entry \($0)".utf8) })
            #expect(try await reader.command("log", "verify").exitCode == 0)
        }

        @Test func othersCanReadThemFromTheSpecification() async throws {
            let federation = try await TestFederation()
            let node = federation.chongqing
            let keys = try ["common", "youshui"].flatMap { ["--vkey", try VerifierKey.text(of: node, channel: $0)] }
            for (number, sections) in [["a"], ["b", "c"], []].enumerated() {
                for section in sections { try await node.register(section) }
                let file = federation.scratch("b\(number)")
                try await node.done("bundle", "export", "--for", "430000", "--full", "--out", file)
                let read = try await Run.program(Self.python, [Self.script, "check"] + keys + [file])
                let size = try await node.ownSize("common")
                #expect(read.json["logs"]["\(node.name)/common/1"].number == size, "\(read)")
                #expect(read.json["logs"]["\(node.name)/youshui/1"].number == 1, "\(read)")
            }
        }

        /// Sixteen times the entries, about the same memory.
        @Test(.timeLimit(.minutes(120))) func memoryDoesNotGrowWithTheBundle() async throws {
            let federation = try await TestFederation()
            let small = try await residentKilobytes(federation, entries: 8_000)
            let large = try await residentKilobytes(federation, entries: 128_000)
            print("bundle: \(small / 1024) MiB for 8 000 entries, \(large / 1024) MiB for 128 000")
            #expect(large - small < 24 * 1024, "\(small) and \(large) KiB")
        }

        /// The largest resident size of an import that verifies everything and stores nothing.
        private func residentKilobytes(_ federation: TestFederation, entries: Int) async throws -> Int {
            let file = try await written(federation, to: entries)
            let measure = """
                import resource, subprocess, sys
                done = subprocess.run(sys.argv[1:], capture_output=True)
                assert done.returncode == 0 and b'"after":\(entries)' in done.stdout, done
                print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
                """
            let result = try await Run.program(
                "python3",
                [
                    "-c", measure, ProgramUnderTest.path, "bundle", "import", file, "--dry-run", "--json", "--config",
                    federation.chongqing.config,
                ], within: .seconds(1800))
            return try #require(Int(result.output.trimmingCharacters(in: .newlines)), "\(result)")
        }
    }
}
