public import Compensation

/// What entries about money need of an agreement.
extension AgreementTerms {
    /// What entries about money name it by.
    var key: AgreementKey { AgreementKey(agreement: entry.agreement, digest: digest) }

    /// Whether a period of the year is settled under this version.
    public func settles(_ year: Period) -> Bool { year.periods(of: scheme.periodKind).contains(where: governs) }

    /// Whether a year has anything to do with the agreement: part of it lies in the validity.
    public func overlaps(_ year: Period) -> Bool {
        entry.validFrom.start < year.end && year.start < entry.validTo.end
    }
}
