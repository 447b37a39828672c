public import Compensation

/// A request to be exempted, with the latest word of each office.
public struct Exemption: Sendable {
    public let request: EntryRecord<ExemptionRequestEntry>
    public let party: PartyCode
    public let finance: EntryRecord<ExemptionApprovalEntry>?
    public let environment: EntryRecord<ExemptionApprovalEntry>?

    public func word(of office: ExemptionApprovalEntry.Office) -> EntryRecord<ExemptionApprovalEntry>? {
        switch office {
        case .finance: finance
        case .environment: environment
        }
    }

    /// Both offices approve.
    public var isApproved: Bool {
        ExemptionApprovalEntry.Office.allCases.allSatisfy { word(of: $0)?.body.decision == .approved }
    }

    /// The offices that have not said anything yet; none once one of them has refused.
    public var waitsFor: [ExemptionApprovalEntry.Office] {
        let offices = ExemptionApprovalEntry.Office.allCases
        guard !offices.contains(where: { word(of: $0)?.body.decision == .refused }) else { return [] }
        return offices.filter { word(of: $0) == nil }
    }

    /// The two words that a proposal names when it uses the exemption; empty before both have approved.
    public var approvals: [EntryReference] {
        isApproved ? [finance, environment].compactMap { $0?.reference }.sorted() : []
    }
}
