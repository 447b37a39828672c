public import Compensation

/// Why the text of an agreement does not count, whoever has signed it: a finding for people.
public struct AgreementProblem: Hashable, Sendable {
    /// Stable; `docs/errors.md` lists them.
    public enum Code: String, CaseIterable, Sendable {
        /// A value is fixed for a parameter that the scheme does not have, twice, or in another unit.
        case parameterRefused = "parameter-refused"
        /// A value lies below what the scheme or its parent requires.
        case belowMinimum = "below-minimum"
        /// The parent's minimum is for something that the agreement does not fix.
        case minimumOpen = "minimum-open"
        /// The parent scheme is not in any log here, or cannot be read.
        case parentMissing = "parent-scheme-missing"
        /// Valid for fewer years than demanded.
        case tooShort = "validity-too-short"
        case validityReversed = "validity-reversed"
        /// A line of authority for a section that the scheme does not have.
        case unknownSection = "authority-unknown-section"
        /// Another version is in force and this one does not replace it.
        case otherInForce = "other-version-in-force"
    }

    public let code: Code
    public let message: Bilingual

    init(_ code: Code, zh: String, en: String) {
        self.code = code
        message = Bilingual(zh: zh, en: en)
    }
}
