/// One thing that a node needs in order to answer with data that are not stale.
public struct ReadinessPart: Sendable {
    /// Such as `store` or `peer-log 430000.tongzhou.test/common/1`.
    public let name: String
    public let isReady: Bool
    /// English, for logs and monitoring.
    public let detail: String

    /// `[+]store ok`, `[-]peer-log … failed: unreachable`
    var line: String {
        isReady
            ? "[+]\(name) ok" + (detail.isEmpty ? "" : ": \(detail)")
            : "[-]\(name) failed" + (detail.isEmpty ? "" : ": \(detail)")
    }
}
