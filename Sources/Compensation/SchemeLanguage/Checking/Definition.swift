/// What a name stands for while a scheme is being checked.
struct Definition {
    enum Meaning {
        case member(Member)
        case list([Member])
        /// The place among the rules.
        case value(rule: Int)
        case payment
        case unit
        case mistaken
    }

    let name: String
    let position: SourcePosition
    let meaning: Meaning
}
