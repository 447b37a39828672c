import Foundation
import Testing

extension EndToEnd {
    /// A peer that serves what it did not sign, less than it signed, or two histories: named, frozen, and nobody else
    /// is held up. The centre plays the part; it signs everything with its own, right key.
    @Suite struct HostilePeerTests {
        private static let log = "100000.tongzhou.test/common/1"

        /// What goes wrong at the centre, and the condition it has to show as at the others.
        enum Offence: String, CaseIterable {
            case entryChanged = "MIR-01"
            case shorter = "MIR-02"
            case otherHistoryOfSameSize = "MIR-03"
            case otherHistoryThatIsLonger
            case hashChanged = "MIR-05"

            var code: String { isFinal ? "MIR-03" : rawValue }
            /// Not a restored backup or a damaged disk: somebody meant it.
            var isIntended: Bool { isFinal || self == .entryChanged }
            /// Two signatures of its key prove it.
            var isFinal: Bool { [.otherHistoryOfSameSize, .otherHistoryThatIsLonger].contains(self) }
        }

        /// Two offences at a time, each in a federation of its own: most of it is waiting.
        @Test func everyOffenderIsNamedAndFrozenWhileTheOthersGoOn() async throws {
            try await withThrowingTaskGroup(of: Void.self) { group in
                for (place, offence) in Offence.allCases.enumerated() {
                    if place >= 2 { try await group.next() }
                    group.addTask { try await isNamedAndFrozenWhileTheOthersGoOn(offence) }
                }
                try await group.waitForAll()
            }
        }

        private func isNamedAndFrozenWhileTheOthersGoOn(_ offence: Offence) async throws {
            let federation = try await TestFederation()
            let (centre, victim) = (federation.centre, federation.chongqing)
            try await federation.start(centre, victim, federation.hunan)
            try await centre.register("a")
            try await federation.mirrored(Self.log, 2, at: victim)
            try await centre.stop()
            let early = try Backup(of: centre, federation.scratch)
            try await centre.start()
            for section in ["b", "c"] { try await centre.register(section) }
            try await federation.mirrored(Self.log, 4, at: victim)
            try await federation.mirrored(Self.log, 4, at: federation.hunan)
            try await centre.stop()

            let honest = try await commit(offence, centre, early, federation.scratch)
            try await centre.start()
            try await isFrozen(offence, at: victim, by: federation)
            try await isFrozen(offence, at: federation.hunan, by: federation)
            for node in [victim, federation.hunan] { try await isProven(offence, at: node, by: federation) }

            // It outlives a restart of the victim, also while the centre is away.
            try await centre.stop()
            try await victim.stop()
            try await victim.start()
            let status = try await victim.done("status")
            #expect(status["verdict"].text == "integrity", "\(status)")
            #expect(try await victim.peer(Self.log)["state"].text == "halted")
            let code = try await Run.tongzhou(["status", "--check", "--config", victim.config]).exitCode
            #expect(code == 5)
            try await centre.start()
            try await isFrozen(offence, at: victim, by: federation)

            if offence.isIntended { try await othersGoOn(federation) }
            try await honestHistoryReturns(offence, honest, federation)
            try await federation.stop()
        }

        /// Makes the centre's folder what it must not be; returns the history that it has signed to the others before.
        private func commit(
            _ offence: Offence, _ centre: TestNode, _ early: Backup, _ scratch: ScratchFolder
        ) async throws -> Backup {
            if [.entryChanged, .hashChanged].contains(offence) { try await centre.register("d") }
            let honest = try Backup(of: centre, scratch)
            let place = Tampering.place("common", 4)
            switch offence {
            case .entryChanged:
                try Tampering.execute(
                    centre.folder,
                    "UPDATE entry SET bytes = CAST(replace(bytes, '100000-d', '100000-x') AS BLOB) WHERE place = \(place)"
                )
            case .hashChanged:
                try Tampering.execute(
                    centre.folder,
                    "UPDATE entry SET bytes = zeroblob(10), leaf = zeroblob(32) WHERE place = \(place)")
            case .shorter:
                try early.restoreForged()
                try centre.askNobody(scratch)
            case .otherHistoryOfSameSize:
                try early.restoreForged()
                try centre.askNobody(scratch)
                for section in ["x", "y"] { try await centre.register(section) }
            case .otherHistoryThatIsLonger:
                try early.restoreForged()
                try centre.askNobody(scratch)
                for section in ["x", "y", "z"] { try await centre.register(section) }
            }
            return honest
        }

        private func isFrozen(_ offence: Offence, at node: TestNode, by federation: TestFederation) async throws {
            try await Eventually.holds("\(offence) at \(node.code): \(node.log)") {
                try await node.conditions().contains("\(offence.code) \(Self.log)")
            }
            let peer = try await node.peer(Self.log)
            #expect(peer["state"].text == "halted" && peer["verified"].number == 4, "\(peer)")
            // What is held is still what was signed and verified.
            let held = try KeptLog.all(in: node.folder).first { $0.origin == Self.log }
            #expect(held?.notes.last?.root == ReferenceRoot.of(held?.entries[...] ?? []))
            #expect(held?.entries.count == 4)
        }

        /// The other log of the same peer, the other peer, and a settlement with it.
        private func othersGoOn(_ federation: TestFederation) async throws {
            let (chongqing, hunan) = (federation.chongqing, federation.hunan)
            try await federation.agree()
            try await chongqing.done(
                "import", ProgramUnderTest.file("docs/demo/liye-2021-04.csv"), "--year", "2021")
            for node in [chongqing, hunan] { try await federation.settlement("proposed", at: node) }
            for node in [chongqing, hunan] { try await federation.accept(at: node) }
            for node in [chongqing, hunan] {
                try await Eventually.holds("agreed at \(node.code)") {
                    let state = try await node.done("settlements")["settlements"][0]["state"].text
                    return ["agreed", "verified", "recorded"].contains(state)
                }
            }
            try await Eventually.holds("the centre's other log is followed") {
                try await chongqing.peer("100000.tongzhou.test/central/1")["state"].text == "up_to_date"
            }
        }

        private func honestHistoryReturns(
            _ offence: Offence, _ honest: Backup, _ federation: TestFederation
        ) async throws {
            let (centre, victim) = (federation.centre, federation.chongqing)
            try await centre.stop()
            // An honest operator starts the machine anew; what the centre said since comes back from the mirrors.
            try honest.restore()
            try Sentinel(of: centre.folder).forget()
            try await centre.start()
            try await Eventually.holds("the centre may sign: \(centre.log)") {
                try await !centre.conditions().contains { $0.hasPrefix("SIG-") }
            }
            try await centre.register("e")
            guard offence.isFinal else {
                try await federation.mirrored(Self.log, 5, at: victim)
                try await Eventually.holds("healed") {
                    let conditions = try await victim.conditions()
                    let state = try await victim.peer(Self.log)["state"].text
                    return state == "up_to_date"
                        && !conditions.contains { $0.hasPrefix("MIR-") && $0.hasSuffix(Self.log) }
                }
                return
            }
            // Two signed histories stay proven whatever is served later, the one that is held included.
            try await federation.mirrored("100000.tongzhou.test/central/1", 1, at: victim)
            try await Task.sleep(for: .seconds(3))
            let peer = try await victim.peer(Self.log)
            #expect(peer["state"].text == "halted" && peer["verified"].number == 4, "\(peer)")
        }
    }
}
