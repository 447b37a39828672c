import Foundation

/// One network namespace per node, joined by a bridge in a namespace of its own: nothing of it is seen outside, and all
/// of it goes with the value.
final class TestNetwork {
    /// Each keeps a namespace alive; the first one the bridge's.
    private let holders: [ChildProcess]

    init(_ count: Int) async throws {
        let holders = try (0...count).map { _ in
            try ChildProcess("unshare", ["-n", "sleep", "3600"], output: "/dev/null", errors: "/dev/null")
        }
        self.holders = holders
        let outside = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/ns/net")
        for holder in holders {
            try await Eventually.holds("a namespace for \(holder.pid)") {
                let own = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\(holder.pid)/ns/net")
                return own.map { $0 != outside } ?? false
            }
        }
        try await run(0, "ip link add br0 type bridge && ip link set br0 up")
        for node in 1...count {
            try await run(
                0,
                "ip link add v\(node) type veth peer name eth0 netns \(holders[node].pid) && "
                    + "ip link set v\(node) master br0 up")
            try await run(
                node, "ip link set lo up && ip addr add \(Self.address(node))/24 dev eth0 && ip link set eth0 up")
            // Else a kernel that expects answers to go back the same way drops whatever comes from where its own
            // packets are lost.
            try await run(
                node, "for each in all eth0; do echo 0 >/proc/sys/net/ipv4/conf/$each/rp_filter || exit; done")
        }
    }

    /// Of a node, from 1.
    static func address(_ node: Int) -> String { "10.77.0.\(node)" }

    /// What a program is started with to be in a node's namespace.
    func tracer(_ node: Int) -> [String] { ["nsenter", "-t", "\(holders[node].pid)", "-n"] }

    /// Runs a line of shell in a namespace; 0 is the bridge's.
    func run(_ node: Int, _ line: String) async throws {
        let words = tracer(node) + ["sh", "-c", line]
        let result = try await Run.program("/usr/bin/env", words)
        guard result.exitCode == 0 else { throw TestProblem("\(line): \(result)") }
    }

    /// Whether a datagram gets from one node to another. Nobody listens at its port: the receiver's kernel counts it.
    func passes(from sender: Int, to receiver: Int) async throws -> Bool {
        let before = try unclaimed(receiver)
        let line = "import socket; socket.socket(type=socket.SOCK_DGRAM).sendto(b'x', ('\(Self.address(receiver))', 9))"
        // Where there is no way the sender's own kernel refuses.
        guard try await Run.program("/usr/bin/env", tracer(sender) + ["python3", "-c", line]).exitCode == 0 else {
            return false
        }
        for _ in 0..<20 {
            if try unclaimed(receiver) > before { return true }
            try await Task.sleep(for: .milliseconds(50))
        }
        return false
    }

    /// Datagrams that have come to a node for ports at which nobody listens.
    private func unclaimed(_ node: Int) throws -> Int {
        let counters = Run.text("/proc/\(holders[node].pid)/net/snmp")
        guard let found = counters.firstMatch(of: /Udp: \d+ (\d+)/).flatMap({ Int($0.1) }) else {
            throw TestProblem("no counters: \(counters)")
        }
        return found
    }

    /// Puts a switch in the bridge's place that loses, repeats (per cent), delays and overtakes (milliseconds) frames while
    /// `work` is done, and returns what it did.
    func disturbed(
        loss: Int, repeats: Int, delay: Int, jitter: Int, during work: () async throws -> Void
    ) async throws -> Disturbance {
        let folder = try ScratchFolder()
        let links = (1..<holders.count).map { "v\($0)" }
        for link in links { try await run(0, "ip link set \(link) nomaster") }
        let words =
            tracer(0) + ["python3", ProgramUnderTest.file("Tests/EndToEndTests/Judges/lossy_switch.py")]
            + [14, loss, repeats, delay, jitter].map { "\($0)" } + links
        let lossy = try ChildProcess(
            words[0], Array(words.dropFirst()), output: folder("said"), errors: folder("errors"))
        try await Eventually.holds("the switch is ready: \(Run.text(folder("errors")))") {
            Run.text(folder("said")).hasPrefix("ready\n")
        }
        try await work()
        lossy.send(SIGTERM)
        guard try await lossy.end() == 0 else { throw TestProblem("the switch: \(Run.text(folder("errors")))") }
        for link in links { try await run(0, "ip link set \(link) master br0") }
        return try JSONDecoder().decode(
            Disturbance.self, from: Data(Run.text(folder("said")).dropFirst("ready\n".count).utf8))
    }

    /// Whether this process may make namespaces, join them and set what their kernel does.
    static let isPermitted: Bool = {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [
            "unshare", "-n", "sh", "-c",
            "ip link add br0 type bridge && ip link add v1 type veth peer name v2 && "
                + "echo 0 >/proc/sys/net/ipv4/conf/all/rp_filter",
        ]
        process.standardError = FileHandle.nullDevice
        guard geteuid() == 0, (try? process.run()) != nil else { return false }
        process.waitUntilExit()
        return process.terminationStatus == 0
    }()
}
