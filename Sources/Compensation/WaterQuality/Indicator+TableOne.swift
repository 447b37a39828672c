/// The items of GB 3838-2002 table 1. Water temperature, pH, dissolved oxygen, permanganate index, ammonia
/// nitrogen, total phosphorus and total nitrogen have the display decimals of the national bulletin (CNEMC); the
/// others have those that tell their limits and usual detection limits apart.
extension Indicator {
    public static let waterTemperature = Indicator(
        code: "temp", symbol: "WT", name: Bilingual(zh: "水温", en: "water temperature"), unit: "℃", decimals: 1)
    public static let pH = Indicator(
        code: "ph", symbol: "pH", name: Bilingual(zh: "pH值", en: "pH"), unit: "", decimals: 2)
    public static let dissolvedOxygen = Indicator(
        code: "do", symbol: "DO", name: Bilingual(zh: "溶解氧", en: "dissolved oxygen"), unit: "mg/L", decimals: 2)
    public static let permanganateIndex = Indicator(
        code: "codmn", symbol: "CODMn", name: Bilingual(zh: "高锰酸盐指数", en: "permanganate index"), unit: "mg/L",
        decimals: 2)
    public static let chemicalOxygenDemand = Indicator(
        code: "cod", symbol: "COD", name: Bilingual(zh: "化学需氧量", en: "chemical oxygen demand"), unit: "mg/L",
        decimals: 1)
    public static let biochemicalOxygenDemand = Indicator(
        code: "bod5", symbol: "BOD5", name: Bilingual(zh: "五日生化需氧量", en: "five-day biochemical oxygen demand"),
        unit: "mg/L", decimals: 1)
    public static let ammoniaNitrogen = Indicator(
        code: "nh3n", symbol: "NH3-N", name: Bilingual(zh: "氨氮", en: "ammonia nitrogen"), unit: "mg/L", decimals: 3)
    public static let totalPhosphorus = Indicator(
        code: "tp", symbol: "TP", name: Bilingual(zh: "总磷", en: "total phosphorus"), unit: "mg/L", decimals: 3)
    public static let totalNitrogen = Indicator(
        code: "tn", symbol: "TN", name: Bilingual(zh: "总氮", en: "total nitrogen"), unit: "mg/L", decimals: 2)
    public static let copper = Indicator(
        code: "cu", symbol: "Cu", name: Bilingual(zh: "铜", en: "copper"), unit: "mg/L", decimals: 3)
    public static let zinc = Indicator(
        code: "zn", symbol: "Zn", name: Bilingual(zh: "锌", en: "zinc"), unit: "mg/L", decimals: 3)
    public static let fluoride = Indicator(
        code: "f", symbol: "F", name: Bilingual(zh: "氟化物", en: "fluoride"), unit: "mg/L", decimals: 2)
    public static let selenium = Indicator(
        code: "se", symbol: "Se", name: Bilingual(zh: "硒", en: "selenium"), unit: "mg/L", decimals: 4)
    public static let arsenic = Indicator(
        code: "as", symbol: "As", name: Bilingual(zh: "砷", en: "arsenic"), unit: "mg/L", decimals: 4)
    public static let mercury = Indicator(
        code: "hg", symbol: "Hg", name: Bilingual(zh: "汞", en: "mercury"), unit: "mg/L", decimals: 5)
    public static let cadmium = Indicator(
        code: "cd", symbol: "Cd", name: Bilingual(zh: "镉", en: "cadmium"), unit: "mg/L", decimals: 4)
    public static let hexavalentChromium = Indicator(
        code: "cr6", symbol: "Cr6", name: Bilingual(zh: "六价铬", en: "hexavalent chromium"), unit: "mg/L", decimals: 3)
    public static let lead = Indicator(
        code: "pb", symbol: "Pb", name: Bilingual(zh: "铅", en: "lead"), unit: "mg/L", decimals: 3)
    public static let cyanide = Indicator(
        code: "cn", symbol: "CN", name: Bilingual(zh: "氰化物", en: "cyanide"), unit: "mg/L", decimals: 3)
    public static let volatilePhenols = Indicator(
        code: "vphen", symbol: "VPhen", name: Bilingual(zh: "挥发酚", en: "volatile phenols"), unit: "mg/L", decimals: 4)
    public static let petroleum = Indicator(
        code: "oil", symbol: "Oil", name: Bilingual(zh: "石油类", en: "petroleum"), unit: "mg/L", decimals: 2)
    public static let anionicSurfactants = Indicator(
        code: "las", symbol: "LAS", name: Bilingual(zh: "阴离子表面活性剂", en: "anionic surfactants"), unit: "mg/L",
        decimals: 2)
    public static let sulfide = Indicator(
        code: "s", symbol: "S", name: Bilingual(zh: "硫化物", en: "sulfide"), unit: "mg/L", decimals: 3)
    public static let faecalColiforms = Indicator(
        code: "fc", symbol: "FC", name: Bilingual(zh: "粪大肠菌群", en: "faecal coliforms"), unit: "个/L", decimals: 0)
}
