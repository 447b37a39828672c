/// What to hand out, and in which format.
public struct ExportForm: Codable, Sendable {
    public enum Subject: String, Codable, Sendable, CaseIterable {
        case readings
        case settlements
        case ledger
        case payments
    }

    public enum Format: String, Codable, Sendable, CaseIterable {
        case xlsx
        case csv
    }

    public let subject: Subject
    public let format: Format

    public init(_ subject: Subject, _ format: Format) {
        self.subject = subject
        self.format = format
    }
}
