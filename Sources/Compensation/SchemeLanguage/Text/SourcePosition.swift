/// A place in the scheme file; line and column are 1-based, the column counts Unicode scalars.
struct SourcePosition: Hashable, Sendable {
    let line: Int
    let column: Int
}
