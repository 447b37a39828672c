import Compensation

/// What the columns of a readings file may be called, beside the names that the indicators have anyway.
enum HeadingAliases {
    static let section = [
        "section", "断面", "断面名称", "监测断面", "考核断面", "站点", "站点名称", "站名", "测站", "水站", "水站名称", "点位", "点位名称",
        "监测点位", "station", "site",
    ].map(HeadingParts.plain)

    static let time = [
        "monitor_time", "time", "监测时间", "时间", "采样时间", "测定时间", "数据时间", "datetime", "sampling time",
    ].map(HeadingParts.plain)

    static let date = ["date", "日期", "监测日期", "采样日期", "sampling date"].map(HeadingParts.plain)

    static let status = ["status", "状态", "站点情况", "运行状态", "监测状态", "站点状态"].map(HeadingParts.plain)

    static let publishedClass = ["published_class", "water_class", "水质类别", "公布类别"].map(HeadingParts.plain)

    /// The columns that this program adds to the copy it hands back.
    static let issueColumns = IssueColumns.headings.flatMap { [$0.zh, $0.en] }.map { HeadingParts($0).whole }

    /// By code of the indicator. Names in brackets count as a whole: `铬(六价)` is not 铬.
    static let indicators: [String: [String]] = [
        "temp": ["temperature"], "ph": ["ph值", "酸碱度"], "codmn": ["高锰酸钾指数", "imn", "cod(mn)"],
        "cod": ["codcr", "cod(cr)", "化学需氧量(codcr)"], "bod5": ["生化需氧量", "bod", "五日生化需氧量(bod5)"],
        "nh3n": ["nh4-n", "氨态氮", "nh3-n(氨氮)"], "tp": ["total p", "总磷(tp)"], "tn": ["total n", "总氮(tn)"],
        "f": ["f-", "氟离子"], "s": ["s2-"], "cr6": ["铬(六价)", "cr(vi)", "cr6+", "cr(ⅵ)", "六价铬(cr6+)"],
        "vphen": ["挥发性酚", "挥发酚类"], "oil": ["石油类物质"], "las": ["阴离子合成洗涤剂"], "fc": ["粪大肠菌", "耐热大肠菌群"],
    ].mapValues { $0.map(HeadingParts.plain) }

    /// Headings that are near a known name and mean something else, which is not recorded here.
    static let others = [
        "总大肠菌群", "氯化物", "总有机碳", "总硬度", "总碱度", "电导率", "浊度", "流量", "流速", "水位", "备注", "省份", "流域", "河流",
        "硫酸盐", "硝酸盐", "亚硝酸盐", "硝酸盐氮", "亚硝酸盐氮", "铁", "锰", "镍", "basin", "river", "province", "turbidity",
        "conductivity", "chlorophyll a", "chlorophyll", "flow",
    ].map(HeadingParts.plain)
}
