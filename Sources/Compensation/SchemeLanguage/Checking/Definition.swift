/// What a name stands for while a scheme is being checked.
struct Definition {
    enum Meaning {
        case party(PartyCode)
        case section(SectionID, BodyType)
        /// `rule` is the place among the rules; `isConstant`: the value is the same for all readings.
        case value(rule: Int, ValueType, isConstant: Bool)
        case payment
        case mistaken
    }

    let name: String
    let position: SourcePosition
    let meaning: Meaning
}
