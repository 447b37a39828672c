/// A word that the author wrote, with its place.
struct SyntaxWord {
    let name: String
    let position: SourcePosition
}
