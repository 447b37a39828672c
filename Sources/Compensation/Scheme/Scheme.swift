/// An accounting scheme 核算方案: the text of an agreement that people sign and the node computes.
///
/// A scheme exists only after every check has passed. What is signed is the digest of the file's bytes;
/// the value here is derived from them.
public struct Scheme: Hashable, Sendable {
    public let identifier: String
    public let title: Bilingual
    public let periodKind: PeriodKind
    public let validity: SchemeValidity
    /// The headings of the text, in its order.
    public let articles: [SchemeArticle]
    /// The whole file as text.
    public let source: String
    /// Whether computing a period may need readings of other times, such as last year's.
    public let looksBeyondPeriod: Bool
    /// The computation, in the order of the text.
    let program: Program

    public var parties: [SchemeParty] { program.members.parties }
    public var sections: [SchemeSection] { program.members.sections }
    /// The indicators that the scheme adds to those of GB 3838.
    public var ownIndicators: [Indicator] {
        program.members.indicators.dropFirst(Indicator.all.count).map(\.indicator)
    }

    /// Reads and checks a scheme file (UTF-8 Markdown, at most `SchemeLimits.bytes`); every problem found is
    /// reported at once.
    public static func load(_ bytes: [UInt8]) -> Result<Scheme, SchemeProblems> {
        SchemeLoader.load(bytes)
    }

    /// The text is the scheme.
    public static func == (left: Scheme, right: Scheme) -> Bool {
        UTF8Order.areEqual(left.source, right.source)
    }

    public func hash(into hasher: inout Hasher) {
        UTF8Order.hash(source, into: &hasher)
    }
}
