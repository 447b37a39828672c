import Federation
import NodeStore
import Presentation
import Synchronization

/// The audit trail of a node, opened when it is first needed.
final class AuditTrail: Sendable {
    private let folder: DataFolder
    private let database = Mutex<AuditDatabase?>(nil)

    /// What a line may hold of a text; whoever asks decides how long it is.
    private static let longest = 2_000

    init(_ folder: DataFolder) { self.folder = folder }

    /// - Throws: when the line is not on the disk; what it is about must not happen then.
    func record(
        _ outcome: AuditOutcome, _ act: String, subject: String = "", by who: String, role: OperatorRole? = nil,
        from: String, detail: String = "", at: Timestamp
    ) throws {
        try opened().append(
            AuditRecord(
                at: at.text, who: Self.fitted(who), role: role?.rawValue ?? "", act: act,
                subject: Self.fitted(subject), from: from, outcome: outcome.rawValue, detail: Self.fitted(detail)))
    }

    func report(newest count: Int?) throws -> AuditReport {
        AuditReport(
            try opened().newest(count).map { number, record in
                AuditRow(
                    number: number, at: record.at, who: record.who, role: record.role, act: record.act,
                    subject: record.subject, from: record.from, outcome: record.outcome, detail: record.detail)
            })
    }

    private func opened() throws -> AuditDatabase {
        try database.withLock { database in
            if let database { return database }
            let opened = try AuditDatabase(folder)
            database = opened
            return opened
        }
    }

    private static func fitted(_ text: String) -> String { String(text.prefix(longest)) }
}
