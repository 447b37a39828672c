/// `月 in months of period`.
struct SyntaxVariable {
    let word: SyntaxWord
    let list: SyntaxList
}
