/// Puts pieces of a page one after another; a `String` among them is text.
@resultBuilder
public enum MarkupBuilder {
    public static func buildExpression(_ markup: Markup) -> Markup { markup }
    public static func buildExpression(_ text: some StringProtocol) -> Markup { Markup(String(text)) }
    public static func buildExpression(_ markup: [Markup]) -> Markup { .joined(markup) }
    public static func buildBlock(_ parts: Markup...) -> Markup { .joined(parts) }
    public static func buildOptional(_ part: Markup?) -> Markup { part ?? .none }
    public static func buildEither(first: Markup) -> Markup { first }
    public static func buildEither(second: Markup) -> Markup { second }
    public static func buildArray(_ parts: [Markup]) -> Markup { .joined(parts) }
}
