import Compensation
import Federation

/// Where a settlement stands, as a word with a mark; the mark alone says nothing.
enum StateBadge {
    static func markup(_ state: SettlementState, _ language: Language) -> Markup {
        .element(.span, .class("state \(state.rawValue)")) { state.name(language) }
    }
}
