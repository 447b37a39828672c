import Foundation
import Testing

/// What folders of nodes hold, and what everybody ever kept of everybody's signed checkpoints: the judge of what faults
/// have done.
struct FederationRecord {
    private let folders: [(config: String, logs: [KeptLog])]

    /// - Parameter folders: of all nodes; their processes may run.
    init(_ folders: [String]) throws {
        self.folders = try folders.map { ("\($0)/node.yaml", try KeptLog.all(in: $0)) }
    }

    private var logs: [KeptLog] { folders.flatMap(\.logs) }

    private func own(_ origin: String) throws -> KeptLog {
        try #require(logs.first { $0.own && $0.origin == origin }, "\(origin)")
    }

    /// One history per log: mirrors are the beginning of their origin byte for byte, no entry stands twice, and nobody
    /// ever kept a signed checkpoint that the origin's log of today does not continue.
    func isOneHistory() throws {
        for log in logs {
            let origin = try own(log.origin)
            #expect(Array(origin.entries.prefix(log.entries.count)) == log.entries, "mirror of \(log.origin)")
            #expect(Set(log.entries).count == log.entries.count, "\(log.origin): an entry is doubled")
            #expect(!log.notes.isEmpty || log.entries.isEmpty, "\(log.origin)")
            for note in log.notes {
                try #require(note.size <= origin.entries.count, "\(log.origin) at \(note.size)")
                #expect(note.origin == log.origin)
                #expect(note.root == ReferenceRoot.of(origin.entries[..<note.size]), "\(log.origin) at \(note.size)")
            }
        }
    }

    /// Every node finds its own store sound when it reads and computes all of it anew.
    func isSound() async throws {
        for folder in folders {
            let check = try await Run.tongzhou(["check", "--full", "--json", "--config", folder.config])
            #expect(check.exitCode == 0 && check.json["sound"].flag == true, "\(folder.config): \(check)")
        }
    }

    /// Names of the sections registered in a node's `common`, in the order of the log: of the log itself, or of the
    /// mirror that `reader` keeps of it.
    func sections(of code: String, at reader: String? = nil) throws -> [String] {
        let origin = "\(code).tongzhou.test/common/1"
        let holder = "\(reader ?? code).tongzhou.test/"
        let folder = folders.first { $0.logs.contains { $0.own && $0.origin.hasPrefix(holder) } }
        guard let log = folder?.logs.first(where: { $0.origin == origin }) else {
            throw TestProblem("\(holder) does not hold \(origin)")
        }
        return log.bodies.filter { $0["kind"].text == "section" }.map { $0["name_en"].text }
    }

    /// How many of all nodes' logs and mirrors are of a channel's first epoch.
    func copies(of channel: String) -> Int { logs.count { $0.origin.hasSuffix("/\(channel)/1") } }

    /// Whether what all nodes hold of each other's logs is all of them, byte for byte; of what a node has not begun to
    /// mirror this says nothing.
    func isLevel() throws -> Bool {
        try logs.allSatisfy { try own($0.origin).entries == $0.entries }
    }
}
