/// What to hand out, and in which format.
public struct ExportForm: Codable, Sendable {
    public enum Subject: String, Codable, Sendable, CaseIterable {
        case readings
        case settlements
        case ledger
        case payments

        /// Whether its rows are of one section each.
        public var hasSections: Bool {
            switch self {
            case .readings, .settlements: true
            case .ledger, .payments: false
            }
        }
    }

    public enum Format: String, Codable, Sendable, CaseIterable {
        case xlsx
        case csv
    }

    public let subject: Subject
    public let format: Format
    /// The first and the last period to hand out, in their written form; `nil` for as far as the record goes.
    public var from: String?
    public var until: String?
    /// The one section to hand out, by identifier, name or alias; only where the subject has sections.
    public var section: String?

    public init(_ subject: Subject, _ format: Format) {
        self.subject = subject
        self.format = format
    }
}
