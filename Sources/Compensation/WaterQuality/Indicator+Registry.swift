/// The indicators that Tongzhou knows, with the display decimals of the national bulletin (CNEMC).
extension Indicator {
    public static let pH = Indicator(
        code: "ph", symbol: "pH", name: Bilingual(zh: "pH值", en: "pH"), unit: "", decimals: 2)
    public static let dissolvedOxygen = Indicator(
        code: "do", symbol: "DO", name: Bilingual(zh: "溶解氧", en: "dissolved oxygen"), unit: "mg/L", decimals: 2)
    public static let permanganateIndex = Indicator(
        code: "codmn", symbol: "CODMn", name: Bilingual(zh: "高锰酸盐指数", en: "permanganate index"),
        unit: "mg/L", decimals: 2)
    public static let ammoniaNitrogen = Indicator(
        code: "nh3n", symbol: "NH3-N", name: Bilingual(zh: "氨氮", en: "ammonia nitrogen"),
        unit: "mg/L", decimals: 3)
    public static let totalPhosphorus = Indicator(
        code: "tp", symbol: "TP", name: Bilingual(zh: "总磷", en: "total phosphorus"), unit: "mg/L", decimals: 3)

    /// In the order in which tables list them.
    public static let all: [Indicator] = [
        .pH, .dissolvedOxygen, .permanganateIndex, .ammoniaNitrogen, .totalPhosphorus,
    ]

    /// Nil where no indicator has this code.
    public init?(code: String) {
        guard let known = Self.all.first(where: { UTF8Order.areEqual($0.code, code) }) else { return nil }
        self = known
    }

    /// By the way it is written in a scheme: its symbol or its Chinese name.
    init?(written text: String) {
        guard
            let known = Self.all.first(where: {
                UTF8Order.areEqual($0.symbol, text) || UTF8Order.areEqual($0.name.zh, text)
            })
        else { return nil }
        self = known
    }
}
