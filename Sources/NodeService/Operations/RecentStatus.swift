import Presentation

/// The status report as of a few seconds ago at most, so that frequent questions cost one computation.
actor RecentStatus {
    private let node: Node
    private var kept: (report: StatusReport, until: Deadline)?

    private static let age = Duration.seconds(2)

    init(node: Node) { self.node = node }

    func report() async throws -> StatusReport {
        if let kept, kept.until.left > .zero { return kept.report }
        let report = try await StatusDesk(node: node, running: true).report()
        kept = (report, Deadline(after: Self.age))
        return report
    }
}
