import Foundation
import TestSupport
import Testing

extension EndToEnd {
    /// What is wrong with the machine itself is shown: its clock and its disk.
    @Suite struct MachineConditionTests {
        /// One node lives three days in the past: it differs from its neighbour, and from its own last signature.
        @Test func aClockThatIsWrongIsTold() async throws {
            let federation = try await TestFederation()
            let (node, hunan) = (federation.chongqing, federation.hunan)
            try await node.start("--days-ago", "3")
            try await hunan.start()
            try await Eventually.holds("it says so: \(node.log)") {
                try await node.conditions().contains("CLK-01 \(hunan.name)")
            }
            let conditions = try await node.done("status")["conditions"].list
            let lead = conditions.first { $0["code"].text == "CLK-01" }?["detail"].text ?? ""
            let seconds = try #require(Int(lead.dropFirst().split(separator: " ").first ?? ""), "\(lead)")
            #expect(lead.hasPrefix("+") && abs(seconds - 3 * 86_400) < 300, "\(lead)")
            // It has signed today, and now it is three days earlier.
            #expect(conditions.contains { $0["code"].text == "CLK-02" && $0["subject"].text == node.name })
            #expect(try await !hunan.conditions().contains { $0.hasPrefix("CLK-") })
            try await federation.stop()
        }

        /// File systems of 64 and of 512 MiB: full and low.
        @Test(.enabled(if: Machine.gives(FullDiskTests.mayMount), "this process may not mount a file system"))
        func aDiskThatRunsFullIsToldBefore() async throws {
            let scratch = try ScratchFolder()
            for name in ["disk", "peers"] {
                try FileManager.default.createDirectory(atPath: scratch(name), withIntermediateDirectories: true)
            }
            try await Run.done(["certs", "--folder", scratch("certs"), "500000.tongzhou.test"])
            for (size, code) in [("64m", "DSK-02"), ("512m", "DSK-01"), ("1500m", "-")] {
                let script = """
                    set -e
                    mount -t tmpfs -o size=\(size) tmpfs "$1"
                    "$2" init "$1/node" --facts "$3" --certs "$4" --peers "$5" --readers youshui=430000.tongzhou.test
                    "$2" status --json --config "$1/node/node.yaml"
                    "$2" doctor --config "$1/node/node.yaml" || true
                    """
                let result = try await Run.program(
                    "/usr/bin/env",
                    FullDiskTests.unshare + [
                        "bash", "-c", script, "bash", scratch("disk"), ProgramUnderTest.path,
                        ProgramUnderTest.file("peers/500000.yaml"), scratch("certs"), scratch("peers"),
                    ], environment: ["TONGZHOU_LANG": "en"])
                #expect(result.exitCode == 0, "\(result)")
                for other in ["DSK-01", "DSK-02"] {
                    #expect(result.output.contains(#""code":"\#(other)""#) == (other == code), "\(size): \(result)")
                    #expect(result.output.contains("\(other) ") == (other == code), "\(size): \(result)")
                }
            }
        }
    }
}
