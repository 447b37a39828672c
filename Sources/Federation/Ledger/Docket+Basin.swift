import Compensation

extension Docket {
    /// The basin an agreement is accounted in: that of the first of its sections, in the scheme's order, that anybody
    /// has registered; `nil` while none is.
    public func basin(of terms: AgreementTerms) -> String? {
        terms.scheme.sections.lazy.compactMap { sections.section($0.id)?.basin }.first
    }
}
