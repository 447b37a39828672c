/// A name that the author used, with its arguments: `月类别(里耶镇, 月)`.
struct SyntaxReference {
    let name: String
    let position: SourcePosition
    let arguments: [SyntaxExpression]

    var word: SyntaxWord { SyntaxWord(name: name, position: position) }
}
