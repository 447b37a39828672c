/// An accounting scheme 核算方案: the text of an agreement that people sign and the node computes.
///
/// A scheme exists only after every check has passed. What is signed is the digest of the file's bytes;
/// the value here is derived from them.
public struct Scheme: Hashable, Sendable {
    public let identifier: String
    public let title: Bilingual
    public let parties: [SchemeParty]
    public let sections: [SchemeSection]
    public let periodKind: PeriodKind
    public let validity: SchemeValidity
    /// The headings of the text, in its order.
    public let articles: [SchemeArticle]
    /// The whole file as text.
    public let source: String
    /// The computation, in the order of the text.
    let rules: [Rule]

    /// Reads and checks a scheme file (UTF-8 Markdown, at most `SchemeLimits.bytes`); every problem found is
    /// reported at once.
    public static func load(_ bytes: [UInt8]) -> Result<Scheme, SchemeProblems> {
        SchemeLoader.load(bytes)
    }
}
