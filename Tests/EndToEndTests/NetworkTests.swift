import Foundation
import TestSupport
import Testing

extension EndToEnd {
    /// Three nodes in network namespaces of their own whose network loses, repeats and delays packets, then falls apart (fault F14).
    @Suite struct NetworkTests {
        @Test(.enabled(if: Machine.gives(TestNetwork.isPermitted), "this process may not make network namespaces"))
        func allHoldTheSameBytesWhenTheNetworkIsWholeAgain() async throws {
            let network = try await TestNetwork(3)
            let federation = try await TestFederation()
            for (place, node) in federation.nodes.enumerated() {
                let address = TestNetwork.address(place + 1)
                for file in [node.config, federation.scratch("peers/\(node.name).yaml")] {
                    let text = Run.text(file).replacing("127.0.0.1", with: address)
                    try text.write(toFile: file, atomically: true, encoding: .utf8)
                }
                node.tracer = network.tracer(place + 1)
            }
            try await federation.start(federation.chongqing, federation.hunan, federation.centre)
            var said = 0
            /// Local work goes on, whatever the network does.
            func sayEverywhere() async throws {
                said += 1
                for node in federation.nodes { try await node.register("s\(said)-\(node.code)") }
            }
            try await sayEverywhere()

            let disturbance = try await network.disturbed(loss: 15, repeats: 5, delay: 100, jitter: 100) {
                for _ in 0..<3 { try await sayEverywhere() }
                try await level(federation)
            }
            #expect(disturbance.passed > 100 && disturbance.lost > 10 && disturbance.repeated > 3, "\(disturbance)")

            // Links that come and go.
            var random = SeededGenerator(seed: 14)
            for _ in 0..<6 {
                let node = Int.random(in: 1...3, using: &random)
                try await network.run(0, "ip link set v\(node) down")
                try await sayEverywhere()
                try await network.run(0, "ip link set v\(node) up")
            }
            try await level(federation)

            // One way only: what the first sends to the second is lost, what the second sends arrives.
            try await network.run(1, "ip route add blackhole \(TestNetwork.address(2))")
            for _ in 0..<2 { try await sayEverywhere() }
            try await network.run(1, "ip route del blackhole \(TestNetwork.address(2))")
            // The third alone, restarted meanwhile.
            try await network.run(0, "ip link set v3 down")
            for _ in 0..<2 { try await sayEverywhere() }
            federation.centre.signal(SIGKILL)
            _ = try await federation.centre.ended(within: .seconds(60))
            try await federation.centre.start()
            try await network.run(0, "ip link set v3 up")
            try await level(federation)

            let record = try FederationRecord(federation.nodes.map(\.folder))
            try record.isOneHistory()
            for node in federation.nodes {
                #expect(try record.sections(of: node.code) == (1...said).map { "s\($0)-\(node.code)" })
            }
            try await record.isSound()
            try await federation.stop()
        }

        /// Waits until all hold the same bytes of everybody's `common`, and of whatever else they share.
        private func level(_ federation: TestFederation) async throws {
            try await Eventually.holds("the nodes are level", within: .seconds(180)) {
                let record = try FederationRecord(federation.nodes.map(\.folder))
                return try record.copies(of: "common") == 9 && record.isLevel()
            }
        }
    }
}
