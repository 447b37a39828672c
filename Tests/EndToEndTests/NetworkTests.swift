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
                let place = Int.random(in: 1...3, using: &random)
                let node = federation.nodes[place - 1]
                try await network.run(0, "ip link set v\(place) down")
                let cut = said
                try await sayEverywhere()
                for other in federation.nodes where other !== node { try expectApart(node, other, since: cut) }
                try await network.run(0, "ip link set v\(place) up")
            }
            try await level(federation)

            // One way only: what the first sends to the second is lost, what the second sends arrives.
            try await network.run(1, "ip route add blackhole \(TestNetwork.address(2))")
            var cut = said
            try await Eventually.holds("what the second sends arrives") {
                try await network.passes(from: 2, to: 1)
            }
            let isAnswered = try await network.passes(from: 1, to: 2)
            #expect(!isAnswered, "what the first sends arrives")
            for _ in 0..<2 { try await sayEverywhere() }
            try await levelWithEachOther(federation.chongqing, federation.centre)
            try await levelWithEachOther(federation.hunan, federation.centre)
            // The second's requests come and no answer goes back; the first learns of a checkpoint at most, by a
            // request that was parked before, and what it asks for then is lost. Nobody passes on others' entries.
            try expectApart(federation.chongqing, federation.hunan, since: cut)
            try await network.run(1, "ip route del blackhole \(TestNetwork.address(2))")
            // The third alone, restarted meanwhile.
            try await network.run(0, "ip link set v3 down")
            cut = said
            for _ in 0..<2 { try await sayEverywhere() }
            federation.centre.signal(SIGKILL)
            _ = try await federation.centre.ended(within: .seconds(60))
            try await federation.centre.start()
            try await levelWithEachOther(federation.chongqing, federation.hunan)
            try expectApart(federation.chongqing, federation.centre, since: cut)
            try expectApart(federation.hunan, federation.centre, since: cut)
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

        /// Two nodes are cut off from each other, and both have said something since they had said so many sections:
        /// neither holds anything of that.
        private func expectApart(_ one: TestNode, _ other: TestNode, since cut: Int) throws {
            let record = try FederationRecord([one.folder, other.folder])
            for (speaker, reader) in [(one, other), (other, one)] {
                let said = try record.sections(of: speaker.code).count
                let held = try record.sections(of: speaker.code, at: reader.code).count
                #expect(held <= cut && cut < said, "\(reader.code) holds \(held) of \(speaker.code), cut at \(cut)")
            }
        }

        /// Waits until each of two nodes holds all sections that the other has said.
        private func levelWithEachOther(_ one: TestNode, _ other: TestNode) async throws {
            try await Eventually.holds("\(one.code) and \(other.code) are level", within: .seconds(180)) {
                let record = try FederationRecord([one.folder, other.folder])
                return try [(one, other), (other, one)].allSatisfy { speaker, reader in
                    try record.sections(of: speaker.code, at: reader.code) == record.sections(of: speaker.code)
                }
            }
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
