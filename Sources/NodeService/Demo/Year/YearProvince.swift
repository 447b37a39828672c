import Compensation

/// A province of the year: how it is written in notices between finance departments.
struct YearProvince: Sendable {
    let code: String
    let name: Bilingual
    let finance: String
    let treasury: String
    let channels: [String]

    static let yunnan = YearProvince(
        code: "530000", name: Bilingual(zh: "云南省", en: "Yunnan"), finance: "云南省财政厅", treasury: "国家金库云南省分库",
        channels: ["chishui"])
    static let guizhou = YearProvince(
        code: "520000", name: Bilingual(zh: "贵州省", en: "Guizhou"), finance: "贵州省财政厅", treasury: "国家金库贵州省分库",
        channels: ["chishui"])
    static let sichuan = YearProvince(
        code: "510000", name: Bilingual(zh: "四川省", en: "Sichuan"), finance: "四川省财政厅", treasury: "国家金库四川省分库",
        channels: ["chishui", "laixi"])
    static let chongqing = YearProvince(
        code: "500000", name: Bilingual(zh: "重庆市", en: "Chongqing"), finance: "重庆市财政局", treasury: "国家金库重庆市分库",
        channels: ["laixi", "youshui"])
    static let hunan = YearProvince(
        code: "430000", name: Bilingual(zh: "湖南省", en: "Hunan"), finance: "湖南省财政厅", treasury: "国家金库湖南省分库",
        channels: ["youshui"])
    static let all = [yunnan, guizhou, sichuan, chongqing, hunan]

    static let members =
        all.map { DemoMember(code: $0.code, name: $0.name, channels: $0.channels) }
        + [DemoMember(code: DemoMember.centreCode, name: Bilingual(zh: "中央节点", en: "Centre"), channels: [])]
}
