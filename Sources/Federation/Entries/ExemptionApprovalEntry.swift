public import Compensation

/// `exemption-approval` 免除审核: what the finance or the environment office says to a request. Both have to approve;
/// one alone changes nothing. The latest word of an office counts.
public struct ExemptionApprovalEntry: EntryBody {
    static let kind = "exemption-approval"

    public enum Office: String, CaseIterable, Sendable {
        case finance
        case environment

        public var name: Bilingual {
            switch self {
            case .finance: Bilingual(zh: "财政部门", en: "finance")
            case .environment: Bilingual(zh: "生态环境部门", en: "environment")
            }
        }
    }

    public enum Decision: String, CaseIterable, Sendable {
        case approved
        case refused
    }

    public let request: EntryReference
    public let office: Office
    public let decision: Decision

    public init(request: EntryReference, office: Office, decision: Decision) {
        self.request = request
        self.office = office
        self.decision = decision
    }

    init(fields: inout FieldReader) throws(EntryProblem) {
        request = try fields.reference("request")
        office = try fields.parsed("office") { Office(rawValue: $0) }
        decision = try fields.parsed("decision") { Decision(rawValue: $0) }
    }

    var fields: [(String, JSONValue?)] {
        [
            ("request", request.json), ("office", .string(office.rawValue)),
            ("decision", .string(decision.rawValue)),
        ]
    }
}
