import Foundation
import Testing

/// One node that says one thing after the other and one that mirrors and cosigns it, with a list of what was
/// acknowledged: whatever happens to either, all of that has to be in the log, once, and in one history.
final class SpeakingPair {
    let federation: TestFederation
    private(set) var acknowledged: [String] = []
    private var said = 0
    var speaker: TestNode { federation.chongqing }
    var listener: TestNode { federation.hunan }

    init() async throws {
        federation = try await TestFederation()
        // One peer each, so that a node that is down is asked by nobody else.
        try FileManager.default.removeItem(atPath: federation.scratch("peers/\(federation.centre.name).yaml"))
    }

    private static let log = "500000.tongzhou.test/common/1"

    /// Says the next thing, and remembers it when it was acknowledged.
    @discardableResult
    func say() async throws -> CommandResult {
        said += 1
        let result = try await speaker.say("s\(said)")
        if result.exitCode == 0 { acknowledged.append("s\(said)") }
        return result
    }

    /// Says things until `ended` is true of what came of one.
    func say(until ended: (CommandResult) -> Bool) async throws {
        try await Eventually.holds("\(speaker.log)\(listener.log)") { ended(try await self.say()) }
    }

    /// Both run; waits until the listener has everything, then judges. Both go on running.
    func judge(_ what: String) async throws {
        try await say { $0.exitCode == 0 }
        let size = try await speaker.ownSize("common") ?? 0
        try await federation.mirrored(Self.log, size, at: listener)
        let record = try FederationRecord([speaker.folder, listener.folder])
        try record.isOneHistory()
        let sections = try record.sections(of: "500000")
        #expect(sections.filter { acknowledged.contains($0) } == acknowledged, "\(what): \(sections)")
        #expect(Set(sections).count == sections.count, "\(what): doubled")
        try await record.isSound()
    }
}
