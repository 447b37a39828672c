public import Compensation

/// A province, autonomous region or municipality of GB/T 2260-2007: for tables that name provinces which run no node
/// known here.
public struct Province: Sendable {
    public let code: PartyCode
    /// The usual short name, such as 上海 and Shanghai.
    public let name: Bilingual

    /// In order of code.
    public static let all: [Province] = [
        ("110000", "北京", "Beijing"), ("120000", "天津", "Tianjin"), ("130000", "河北", "Hebei"),
        ("140000", "山西", "Shanxi"), ("150000", "内蒙古", "Inner Mongolia"), ("210000", "辽宁", "Liaoning"),
        ("220000", "吉林", "Jilin"), ("230000", "黑龙江", "Heilongjiang"), ("310000", "上海", "Shanghai"),
        ("320000", "江苏", "Jiangsu"), ("330000", "浙江", "Zhejiang"), ("340000", "安徽", "Anhui"),
        ("350000", "福建", "Fujian"), ("360000", "江西", "Jiangxi"), ("370000", "山东", "Shandong"),
        ("410000", "河南", "Henan"), ("420000", "湖北", "Hubei"), ("430000", "湖南", "Hunan"),
        ("440000", "广东", "Guangdong"), ("450000", "广西", "Guangxi"), ("460000", "海南", "Hainan"),
        ("500000", "重庆", "Chongqing"), ("510000", "四川", "Sichuan"), ("520000", "贵州", "Guizhou"),
        ("530000", "云南", "Yunnan"), ("540000", "西藏", "Xizang"), ("610000", "陕西", "Shaanxi"),
        ("620000", "甘肃", "Gansu"), ("630000", "青海", "Qinghai"), ("640000", "宁夏", "Ningxia"),
        ("650000", "新疆", "Xinjiang"), ("710000", "台湾", "Taiwan"), ("810000", "香港", "Hong Kong"),
        ("820000", "澳门", "Macao"),
    ].compactMap { code, zh, en in
        PartyCode(code).map { Province(code: $0, name: Bilingual(zh: zh, en: en)) }
    }

    public static func named(_ code: PartyCode) -> Bilingual? { all.first { $0.code == code }?.name }
}

extension Roster {
    /// The name of a party as its node gives it, else that of the province, else the code.
    public func name(of code: PartyCode) -> Bilingual {
        member(code)?.name ?? Province.named(code) ?? Bilingual(zh: code.text, en: code.text)
    }

    /// The party that a table calls so: by code, by the full name of its node, or by a province's usual name.
    public func party(called text: String) -> PartyCode? {
        if let code = PartyCode(text) { return code }
        let named = members.first { $0.name.zh.sameBytes(as: text) || $0.name.en.sameBytes(as: text) }
        return named?.code
            ?? Province.all.first { $0.name.zh.sameBytes(as: text) || $0.name.en.sameBytes(as: text) }?.code
    }
}
