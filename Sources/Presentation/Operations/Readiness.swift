import Federation

/// Whether a node answers with data that are not stale: its store, its right to sign, its own logs, every log of every
/// peer that it may read.
public struct Readiness: Sendable {
    public let parts: [ReadinessPart]

    public var isReady: Bool { parts.allSatisfy(\.isReady) }

    /// Entries that may be missing of a log that is being read: one tile, so that a log that merely grew counts as read.
    private static let mostMissing = 256

    /// - Parameter staleAfterSeconds: how long a peer's log may go unheard of.
    public init(_ report: StatusReport, staleAfterSeconds: Int64) {
        func codes(_ family: String) -> [String] {
            report.conditions.map(\.code.rawValue).filter { $0.hasPrefix(family) }
        }
        // An SM3 tree that stands still is beside the log: no data are stale for it.
        let damage = codes(ConditionCode.storeDamaged.rawValue)
        let signing = codes("SIG-")
        parts =
            [
                ReadinessPart(name: "store", isReady: damage.isEmpty, detail: damage.joined(separator: " ")),
                ReadinessPart(name: "signing", isReady: signing.isEmpty, detail: signing.joined(separator: " ")),
            ]
            + report.ownLogs.map {
                ReadinessPart(name: "own-log \($0.origin.text)", isReady: true, detail: "\($0.size) entries")
            }
            + report.peers.map { Self.part($0, report, staleAfterSeconds) }
    }

    private static func part(
        _ log: PeerLogStatus, _ report: StatusReport, _ staleAfterSeconds: Int64
    ) -> ReadinessPart {
        let age = log.lastContact.map { max(0, report.now.secondsSinceEpoch - $0.secondsSinceEpoch) }
        let isFresh = age.map { $0 <= staleAfterSeconds } ?? false
        let isReady: Bool
        switch log.state {
        case .halted, .refused: isReady = false
        case .upToDate, .unreachable: isReady = isFresh
        case .catchingUp: isReady = isFresh && log.known - log.verified <= mostMissing
        // A log that is not for us is no lack.
        case .notShared: isReady = true
        }
        let heard = age.map { "heard \($0) s ago" } ?? "never heard"
        return ReadinessPart(
            name: "peer-log \(log.origin.text)", isReady: isReady,
            detail: "\(log.state.rawValue), \(log.verified)/\(log.known), \(heard)")
    }

    /// One line; `verbose`: one line per part before it.
    public func text(verbose: Bool) -> String {
        let lines = verbose ? parts.map(\.line) : parts.filter { !$0.isReady }.map(\.line)
        return (lines + [isReady ? "ready" : "not ready"]).map { TerminalText.visible($0) + "\n" }.joined()
    }
}
