public import Compensation

/// What an agreement says about the way to a settlement.
extension AgreementTerms {
    /// The party that speaks for an office about exemptions; `nil` where it is the centre.
    public func holder(of office: ExemptionApprovalEntry.Office) -> PartyCode? {
        let named =
            switch office {
            case .finance: entry.duties.financeOffice
            case .environment: entry.duties.environmentOffice
            }
        return named.flatMap { entry.parties.contains($0) ? $0 : nil }
    }

    /// Whether what a source says of a section counts at all.
    func binds(_ source: String, at section: SectionID) -> Bool {
        let authority = authority(at: section)
        return authority.isEmpty || authority.contains { $0.source.sameBytes(as: source) }
    }

    /// Whether this value, in this form, is left to the parties: the scheme asks for it, and the agreement does not
    /// fix it.
    func leavesOpen(_ value: SuppliedValue) -> Bool {
        scheme.obstacle(toSupplying: entry.supplied + [value]) == nil
    }

    /// How long a proposal can be objected to, in working days; `nil` where nothing was agreed.
    public var objectionWorkingDays: Int? { entry.duties.objectionWorkingDays }
}
