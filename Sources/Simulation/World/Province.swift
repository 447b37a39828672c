/// A member of a simulated federation.
struct Province: Hashable, Sendable {
    static let centre = Province(code: "100000", zh: "中央节点", en: "Centre")
    private static let others = [
        Province(code: "500000", zh: "重庆市", en: "Chongqing"), Province(code: "430000", zh: "湖南省", en: "Hunan"),
        Province(code: "520000", zh: "贵州省", en: "Guizhou"), Province(code: "510000", zh: "四川省", en: "Sichuan"),
        Province(code: "530000", zh: "云南省", en: "Yunnan"), Province(code: "620000", zh: "甘肃省", en: "Gansu"),
        Province(code: "630000", zh: "青海省", en: "Qinghai"), Province(code: "370000", zh: "山东省", en: "Shandong"),
    ]

    /// The centre and as many provinces as there are, at most eight.
    static func federation(of nodes: Int) -> [Province] { [centre] + others.prefix(max(nodes - 1, 2)) }

    let code: String
    let zh: String
    let en: String

    var node: String { "\(code).tongzhou.test" }
    var isCentre: Bool { self == Self.centre }
}
