/// A statement as written.
struct SyntaxStatement {
    /// A name that a statement introduces.
    struct Declaration {
        let name: String
        let label: String
        let position: SourcePosition
    }

    struct Case {
        enum Condition {
            case when(SyntaxExpression)
            case otherwise
        }

        enum Outcome {
            case nothing
            case payment(
                payer: SyntaxExpression.Reference, payee: SyntaxExpression.Reference, amount: SyntaxExpression)
        }

        let condition: Condition
        let outcome: Outcome
        let position: SourcePosition
    }

    enum Form {
        case scheme(String)
        case title(Bilingual)
        case party(Declaration, PartyCode)
        case section(Declaration, SectionID, BodyType)
        case period(PeriodKind)
        case valid(SchemeValidity)
        case define(Declaration, SyntaxExpression)
        case pay(Declaration, [Case])
        /// A statement with a mistake: the name that it would have introduced, so that its uses are not
        /// reported as well.
        case mistaken(String?)
    }

    let form: Form
    /// The word that begins the statement.
    let keyword: String
    let position: SourcePosition
    /// The lines of the statement as written.
    let source: String
}
