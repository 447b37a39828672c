public import Compensation

/// What one page says, below its heading.
public protocol PageContent: Sendable {
    var title: Bilingual { get }
    /// The parts of its address after the language.
    var path: [String] { get }
    func markup(_ language: Language) -> Markup
}
