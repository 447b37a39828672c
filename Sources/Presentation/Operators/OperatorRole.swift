public import Compensation

/// What an operator of the desk is there for. One account has one role, so that who brings data in and who binds the
/// party by them are two people.
public enum OperatorRole: String, CaseIterable, Codable, Sendable {
    /// Brings data in and proposes.
    case clerk = "operator"
    /// Binds the party: accepts, objects, endorses.
    case approver
    /// Reads everything, the audit trail among it.
    case auditor

    public var name: Bilingual {
        switch self {
        case .clerk: Bilingual(zh: "经办", en: "operator")
        case .approver: Bilingual(zh: "审批", en: "approver")
        case .auditor: Bilingual(zh: "审计", en: "auditor")
        }
    }
}
