/// A statement as written.
struct SyntaxStatement {
    /// A name that a statement introduces, for each member of lists where it has variables.
    struct Declaration {
        let name: String
        let label: String
        let position: SourcePosition
        var variables: [SyntaxVariable] = []
    }

    struct Case {
        enum Condition {
            case when(SyntaxExpression)
            case otherwise
        }

        enum Outcome {
            case nothing
            case balance(SyntaxWord)
            case payment(payer: SyntaxReference, payee: SyntaxReference, amount: SyntaxExpression)
        }

        let condition: Condition
        let outcome: Outcome
        let position: SourcePosition
    }

    /// What a parameter or a fact is given as.
    enum Quality {
        case number(Unit)
        case waterClass
        case condition
    }

    struct TableLine {
        enum Key {
            case word(SyntaxWord)
            case periods(Period, Period, SourcePosition)
        }

        /// Nil for `otherwise`.
        let arguments: [Key]?
        let value: SyntaxExpression
        let position: SourcePosition
    }

    struct OwnIndicator {
        let code: SyntaxWord
        let unit: Unit
        let decimals: Int
        /// Nil where it is not classed.
        let limits: (isUpper: Bool, values: [ExactDecimal])?
    }

    enum Form {
        case scheme(String)
        case title(Bilingual)
        case party(Declaration, PartyCode)
        case section(Declaration, SectionID, BodyType)
        case item(Declaration)
        case list(Declaration, [SyntaxWord])
        case unit(Declaration)
        case indicator(Declaration, OwnIndicator)
        case table(Declaration, [TableLine], isUnverified: Bool)
        case parameter(Declaration, Quality)
        case fact(Declaration, Quality, otherwise: SyntaxExpression?)
        case period(PeriodKind)
        case valid(SchemeValidity)
        case define(Declaration, SyntaxExpression, isUnverified: Bool)
        case require(SyntaxExpression, Bilingual)
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

    /// The name that the statement introduces.
    var declaration: Declaration? {
        switch form {
        case .party(let declaration, _), .section(let declaration, _, _), .item(let declaration),
            .list(let declaration, _), .unit(let declaration), .indicator(let declaration, _),
            .table(let declaration, _, _), .parameter(let declaration, _), .fact(let declaration, _, _),
            .define(let declaration, _, _), .pay(let declaration, _):
            declaration
        case .scheme, .title, .period, .valid, .require, .mistaken: nil
        }
    }
}
