import Compensation

/// A payment between provinces that has been published, and where what the nodes computed for it is found.
struct PublishedPayment: Sendable {
    let river: Bilingual
    /// The agreement at the nodes; `nil` where the scheme is only tried out.
    let agreement: String?
    let payers: [YearProvince]
    let years: [String]
    /// In 万元.
    let amount: Int64
    let source: String

    private static let chishui = Bilingual(zh: "赤水河", en: "Chishui")
    private static let youshui = Bilingual(zh: "酉水", en: "Youshui")
    private static let yunnanFinance =
        "https://www.mof.gov.cn/zhengwuxinxi/xinwenlianbo/yunnancaizhengxinxilianbo/201912/t20191210_3438953.htm"
    private static let hunanFinance =
        "https://czt.hunan.gov.cn/czt/ztzl/jytabl_1/dfgk/zxta/202211/t20221123_29135631.html"

    /// Whom the agreement compensates.
    var payee: Bilingual {
        agreement == nil
            ? Bilingual(zh: "江西省", en: "Jiangxi")
            : payers.first?.code == YearProvince.hunan.code ? YearProvince.chongqing.name : YearProvince.yunnan.name
    }

    static let all = [
        PublishedPayment(
            river: chishui, agreement: "chishui-2018", payers: [.guizhou], years: ["2018"], amount: 2000,
            source: yunnanFinance),
        PublishedPayment(
            river: chishui, agreement: "chishui-2018", payers: [.sichuan], years: ["2018"], amount: 2000,
            source: yunnanFinance),
        PublishedPayment(
            river: chishui, agreement: "chishui-2018", payers: [.guizhou, .sichuan], years: ["2018", "2019"],
            amount: 8000, source: "https://www.ndrc.gov.cn/fggz/dqzx/stthdqzl/202112/t20211229_1310809.html"),
        PublishedPayment(
            river: chishui, agreement: "chishui-2018", payers: [.guizhou, .sichuan], years: ["2018", "2019", "2020"],
            amount: 12000, source: "https://wcb.yn.gov.cn/html/2024/jianyitian_0603/3059766.html"),
        PublishedPayment(
            river: chishui, agreement: "chishui-2021", payers: [.sichuan], years: ["2021"], amount: 3000,
            source:
                "https://sthjt.sc.gov.cn/sthjt/c103971/2023/8/24/40492db467994cbc98cfc71cc3042916/files/2022%E5%B9%B4%E5%BA%A6%E5%9B%9B%E5%B7%9D%E7%9C%81%E7%94%9F%E6%80%81%E7%8E%AF%E5%A2%83%E5%8E%85%E9%83%A8%E9%97%A8%E5%86%B3%E7%AE%97.pdf"
        ),
        PublishedPayment(
            river: chishui, agreement: "chishui-2021", payers: [.guizhou], years: ["2024"], amount: 3000,
            source: "https://sthj.guizhou.gov.cn/zwgk/zdlyxx/czzj/czyjs/202509/P020250901577061441585.pdf"),
        PublishedPayment(
            river: youshui, agreement: "youshui-2019", payers: [.hunan], years: ["2019"], amount: 480,
            source: hunanFinance),
        PublishedPayment(
            river: youshui, agreement: "youshui-2019", payers: [.hunan], years: ["2020"], amount: 480,
            source: hunanFinance),
        PublishedPayment(
            river: youshui, agreement: "youshui-2019", payers: [.hunan], years: ["2022"], amount: 480,
            source: "https://czj.cq.gov.cn/zwgk_268/zfxxgkml/zcwj/qtwj/202311/t20231102_12509342_wap.html"),
        PublishedPayment(
            river: Bilingual(zh: "渌水", en: "Lushui"), agreement: nil, payers: [.hunan],
            years: YearStep.months(2019).suffix(6), amount: 600, source: hunanFinance),
        PublishedPayment(
            river: Bilingual(zh: "渌水", en: "Lushui"), agreement: nil, payers: [.hunan],
            years: YearStep.months(2020), amount: 1200, source: hunanFinance),
    ]
}
