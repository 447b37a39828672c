/// `apportion E for X in LIST at MEMBER to STEP remainder to R`.
struct SyntaxApportionment {
    let body: SyntaxExpression
    let variable: SyntaxVariable
    let member: SyntaxReference
    let step: SyntaxExpression
    let remainder: SyntaxWord
}
