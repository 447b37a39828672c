/// A heading of the agreement's text: what a step of the computation cites.
public struct SchemeArticle: Hashable, Sendable {
    /// Without the leading `#` signs.
    public let heading: String
    /// 1-based.
    public let line: Int

    public init(heading: String, line: Int) {
        self.heading = heading
        self.line = line
    }
}
