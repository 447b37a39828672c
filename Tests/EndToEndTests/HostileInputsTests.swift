import Foundation
import Testing

extension EndToEnd {
    /// Every way known to spoil a log on its way here, through the real client and a real server: each is refused with
    /// its reason, in time, and leaves nothing behind; when the truth is served again the mirror goes on.
    @Suite struct HostileInputsTests {
        struct Fault {
            let name: String
            /// Event code in the log of the reader; several where the client may notice either.
            let events: [String]
            let growth: Growth

            enum Growth {
                /// New bundles, part of the last; one request.
                case some
                /// More than one request, so that tiles have to prove each.
                case many
            }

            init(_ name: String, _ events: String..., growth: Growth = .some) {
                self.name = name
                self.events = events
                self.growth = growth
            }
        }

        static let faults = [
            Fault("bundle-bit", "mirror-entries-altered"),
            Fault("bundle-bit", "mirror-entries-altered", growth: .many),
            Fault("bundle-swapped", "mirror-entries-altered"),
            Fault("bundle-of-another-place", "mirror-entries-altered"),
            Fault("bundle-trailing", "mirror-resource-invalid"),
            Fault("bundle-truncated", "mirror-resource-invalid"),
            Fault("bundle-one-more", "mirror-resource-invalid"),
            Fault("bundle-missing", "mirror-resource-invalid"),
            Fault("bundle-empty", "mirror-resource-invalid"),
            Fault("bundle-too-large", "peer-too-large"),
            Fault("bundle-endless", "peer-too-large"),
            Fault("bundle-cut-off", "peer-protocol"),
            Fault("bundle-announced-short", "mirror-resource-invalid", "peer-protocol"),
            Fault("bundle-gzip", "peer-protocol"),
            Fault("bundle-elsewhere", "peer-http-status"),
            Fault("bundle-broken", "peer-http-status"),
            Fault("leaf-tile-bit", "mirror-resource-invalid", growth: .many),
            Fault("upper-tile-bit", "mirror-resource-invalid", growth: .many),
            Fault("leaf-tile-missing", "mirror-resource-invalid", growth: .many),
            Fault("upper-tile-missing", "mirror-resource-invalid", growth: .many),
            Fault("tile-truncated", "mirror-resource-invalid", growth: .many),
            Fault("tile-ragged", "mirror-resource-invalid", growth: .many),
            Fault("tile-too-large", "peer-too-large", growth: .many),
            Fault("tile-of-another-place", "mirror-resource-invalid", growth: .many),
            Fault("forged-under-untouched-parents", "mirror-resource-invalid"),
            Fault("root-changed", "mirror-checkpoint-invalid"),
            Fault("size-changed", "mirror-checkpoint-invalid"),
            Fault("origin-changed", "mirror-checkpoint-invalid"),
            Fault("of-another-channel", "mirror-checkpoint-invalid"),
            Fault("of-another-epoch", "mirror-checkpoint-invalid"),
            Fault("of-another-node", "mirror-checkpoint-invalid"),
            Fault("name-of-this-log-text-of-another", "mirror-checkpoint-invalid"),
            Fault("strange-key", "mirror-checkpoint-invalid"),
            Fault("extension-line", "mirror-checkpoint-invalid"),
            Fault("line-twice", "mirror-checkpoint-invalid"),
            Fault("no-note", "mirror-checkpoint-invalid"),
            Fault("empty-note", "mirror-checkpoint-invalid"),
            Fault("unknown-lines-too-many", "mirror-checkpoint-invalid"),
            Fault("unknown-lines-hundred-thousand", "peer-too-large"),
            Fault("note-endless", "peer-too-large"),
            Fault("older-note", "mirror-shrank"),
        ]

        /// Seconds until a reason has to be told; none of these may wait for a deadline of the transport.
        private static let limit = Duration.seconds(30)

        /// Every fault may take twice the limit, 42 minutes in all.
        @Test(.timeLimit(.minutes(60))) func everyFaultIsNamedAndLeavesNothing() async throws {
            let federation = try await TestFederation()
            let reader = federation.chongqing
            let peer = try await HostilePeer(as: federation.centre, in: federation, size: 300)
            try await federation.start(reader)
            try await federation.mirrored(peer.origin, peer.size, at: reader)

            // One bundle of the longest entries there can be, 16.8 MB.
            try peer.serve("none", size: 1300)
            try await federation.mirrored(peer.origin, 1300, at: reader)
            for fault in Self.faults { try await isRefused(fault, peer, reader, federation) }

            // As many unknown lines as are read: the checkpoint holds, and none of them is kept.
            try peer.serve("unknown-lines", size: peer.size + 1)
            try await federation.mirrored(peer.origin, peer.size + 1, at: reader)
            try peer.serve("none", size: peer.size + 2)
            try await federation.mirrored(peer.origin, peer.size, at: reader)

            try #require(peer.complaints.isEmpty, "\(peer.complaints)")
            try await isVerbatim(peer, reader)
            try isBounded(reader)
            try await federation.stop()
            try await peer.stop()
        }

        private func isRefused(
            _ fault: Fault, _ peer: HostilePeer, _ reader: TestNode, _ federation: TestFederation
        ) async throws {
            let before = peer.size
            let events = fault.events.reduce(0) { $0 + count($1, peer, reader) }
            let size = before + (fault.growth == .many ? 4600 : Self.growth(from: before))
            try peer.serve(fault.name, size: size)
            try await Eventually.holds("\(fault.name) is named: \(reader.log.suffix(2000))", within: Self.limit) {
                fault.events.reduce(0) { $0 + count($1, peer, reader) } > events
            }
            let shown = try await reader.peer(peer.origin)
            #expect(shown["verified"].number == before, "\(fault.name): \(shown)")
            #expect(["halted", "unreachable"].contains(shown["state"].text), "\(fault.name): \(shown)")
            let stored = try KeptLog.all(in: reader.folder).first { $0.origin == peer.origin }
            #expect(stored?.entries.count == before && stored?.notes.last?.size == before, "\(fault.name)")

            try peer.serve("none", size: size)
            try await Eventually.holds("healed after \(fault.name): \(reader.log.suffix(2000))", within: Self.limit) {
                let shown = try await reader.peer(peer.origin)
                return shown["verified"].number == size && shown["state"].text == "up_to_date"
            }
        }

        /// A growth by two bundles and something, to a size with fewer tiles than subtrees on its right edge, whose
        /// successor begins in the first 200 entries of a tile: what CVE-2026-56865 needs.
        private static func growth(from size: Int) -> Int {
            let wanted = (size + 600...size + 1200).first { target in
                let tiles = [target & 255, target >> 8 & 255, target >> 16 & 255].count { $0 > 0 }
                return tiles < target.nonzeroBitCount && target % 256 < 200 && target % 256 > 0
            }
            return (wanted ?? size + 600) - size
        }

        /// How often the reader's log has told this event of the peer's log.
        private func count(_ event: String, _ peer: HostilePeer, _ reader: TestNode) -> Int {
            reader.log.split(separator: "\n").count { line in
                line.contains(" \(event) ") && line.contains("log=\(peer.origin)")
            }
        }

        /// Kinds of entries that this version does not know are mirrored byte for byte and told.
        private func isVerbatim(_ peer: HostilePeer, _ reader: TestNode) async throws {
            let stored = try #require(try KeptLog.all(in: reader.folder).first { $0.origin == peer.origin })
            #expect(stored.entries == (0..<peer.size).map(HostilePeer.entry))
            #expect(stored.notes.last?.root == ReferenceRoot.of(stored.entries[...]))
            #expect(try await reader.conditions().contains { $0.hasPrefix("VER-01 \(peer.origin)#0") })
            let verified = try await reader.command("log", "verify")
            #expect(verified.exitCode == 0, "\(verified)")
        }

        /// The largest resident size ever reached, with bundles of 16.8 MB, endless bodies and 100 000 lines behind it.
        private func isBounded(_ reader: TestNode) throws {
            let pid = try #require(reader.pid)
            let line = try #require(
                Run.text("/proc/\(pid)/status").split(separator: "\n").first { $0.hasPrefix("VmHWM:") })
            let kilobytes = try #require(Int(line.split(separator: " ").dropFirst().first ?? ""))
            print("hostile inputs: at most \(kilobytes / 1024) MiB resident")
            #expect(kilobytes < 256 * 1024, "\(line)")
        }

        /// What the log's own key has signed besides its history is never taken back, and honesty afterwards proves it.
        @Test(arguments: [
            ("twin-of-one-size", 300, false), ("longer-twin", 310, false), ("false-root-signed", 310, true),
            ("false-size-signed", 310, true),
        ])
        func whatWasSignedTwiceIsFinal(_ fault: String, size: Int, isRefusedFirst: Bool) async throws {
            let federation = try await TestFederation()
            let reader = federation.chongqing
            let peer = try await HostilePeer(as: federation.centre, in: federation, size: 300)
            try await federation.start(reader)
            try await federation.mirrored(peer.origin, 300, at: reader)
            try peer.serve(fault, size: size)
            if isRefusedFirst {
                try await Eventually.holds("\(fault): \(reader.log)", within: Self.limit) {
                    count("mirror-resource-invalid", peer, reader) > 0
                }
                try peer.serve("none", size: 320)
            }
            try await Eventually.holds("forked: \(reader.log)", within: Self.limit) {
                try await reader.conditions().contains("MIR-03 \(peer.origin)")
            }
            let held = try #require(try await reader.peer(peer.origin)["verified"].number)
            try peer.serve("none", size: 330)
            try await Task.sleep(for: .seconds(2))
            let shown = try await reader.peer(peer.origin)
            #expect(shown["state"].text == "halted" && shown["verified"].number == held, "\(shown)")
            let stored = try #require(try KeptLog.all(in: reader.folder).first { $0.origin == peer.origin })
            #expect(stored.entries == (0..<held).map(HostilePeer.entry))
            let evidence = try KeptEvidence.all(in: reader.folder).map(\.origin)
            #expect(evidence == [peer.origin], "\(fault): \(evidence)")
            try #require(peer.complaints.isEmpty, "\(peer.complaints)")
            try await federation.stop()
            try await peer.stop()
        }
    }
}
