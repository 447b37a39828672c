import Compensation

/// A water class as symbol, word and colour; the colour alone says nothing.
enum ClassBadge {
    static func markup(_ quality: WaterClass?, _ language: Language) -> Markup {
        guard let quality else { return "–" }
        return .element(.span, .class("class c\(quality.rawValue)")) { text(quality, language) }
    }

    static func text(_ quality: WaterClass, _ language: Language) -> String {
        "\(quality.symbol) \(QualityGrade(quality).name(language))"
    }
}
