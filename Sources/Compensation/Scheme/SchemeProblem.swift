/// One reason why a text is refused as a scheme, with the place and what to do about it.
public struct SchemeProblem: Hashable, Sendable {
    /// Stable code; `docs/schemes.md` lists them.
    public let code: String
    /// 1-based.
    public let line: Int
    /// 1-based, in characters (Unicode scalars).
    public let column: Int
    /// The nearest heading above; empty where there is none.
    public let article: String
    public let message: Bilingual
}
