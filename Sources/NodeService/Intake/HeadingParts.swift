/// A heading taken apart into what is measured and in which unit: `氨氮(mg/L)`, `氨氮/(mg/L)`, `氨氮 mg/L`, `NH3-N`.
struct HeadingParts {
    /// Without unit, blanks, hyphens and strokes, in small letters.
    let name: String
    /// The same with everything in brackets: `铬(六价)`.
    let whole: String
    /// Canonical, in small letters; empty where none is named.
    let units: [String]

    init(_ heading: String) {
        let text = PlainText.of(heading).lowercased()
        var base = text.prefix { $0 != "(" }
        var units = text.dropFirst(base.count).split { "(),;".contains($0) || $0.isWhitespace }
            .filter { Self.isUnit($0) }.map { Self.canonical($0) }
        if let suffix = Self.spellings.first(where: { base.hasSuffix($0) && base.count > $0.count }) {
            units.append(Self.canonical(suffix))
            base = base.dropLast(suffix.count)
        }
        name = Self.plain(base)
        whole = Self.plain(text)
        self.units = units
    }

    static func plain(_ text: some StringProtocol) -> String {
        String(text.filter { !$0.isWhitespace && !"-/,:".contains($0) })
    }

    /// A unit is a word with a stroke, as `mg/L`, or one of the known; `以P计` is a remark.
    static func isUnit(_ word: some StringProtocol) -> Bool {
        word.contains("/") || spellings.contains { $0 == word } || word == "无量纲"
    }

    static func canonical(_ unit: some StringProtocol) -> String {
        switch String(unit) {
        case "mg·l-1", "mg.l-1", "mg·l⁻¹", "毫克/升": "mg/l"
        case "°c", "摄氏度": "℃"
        case "mpn/l": "个/l"
        case "无量纲": ""
        case let other: other
        }
    }

    /// The longer before those they end with.
    private static let spellings = [
        "mg·l-1", "mg.l-1", "mg·l⁻¹", "毫克/升", "微克/升", "mg/l", "ug/l", "μg/l", "µg/l", "ng/l", "g/l", "mg/m3", "mg/m³",
        "mpn/l", "个/l", "℃", "°c", "摄氏度",
    ]
}
