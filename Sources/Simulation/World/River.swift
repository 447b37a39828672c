/// Two neighbouring provinces with an agreement; invented, in the shape of those in force.
struct River: Hashable, Sendable {
    let number: Int
    let upstream: Province
    let downstream: Province

    /// Provinces two by two; an odd one has no agreement and only looks on.
    static func all(_ provinces: [Province]) -> [River] {
        let parties = provinces.filter { !$0.isCentre }
        return (0..<parties.count / 2).map {
            River(number: $0 + 1, upstream: parties[2 * $0], downstream: parties[2 * $0 + 1])
        }
    }

    var channel: String { "river-\(number)" }
    var agreement: String { "river-\(number)-2021" }
    var section: String { "\(downstream.code)-border-\(number)" }
    var sectionName: String { "省界断面\(number)" }
    var parties: [Province] { [upstream, downstream] }

    var scheme: String {
        """
        # 模拟河流\(number)

        An invented river for simulation. 虚构河流，仅用于模拟。

        ```tongzhou
        scheme \(agreement)
        title "模拟河流\(number)" "Simulated river \(number)"
        party \(upstream.zh) "\(upstream.en)" = \(upstream.code)
        party \(downstream.zh) "\(downstream.en)" = \(downstream.code)
        section \(sectionName) "Border \(number)" = \(section) river
        period month
        valid from 2021-01 to 2022-12
        let 月补偿额 "monthly amount" = 40 万元
        fact 洪灾 "flood": condition otherwise no
        let 月均值 "monthly means" = mean of readings at \(sectionName) where status is normal
        let 月类别 "class of the month" = class of 月均值 by pH, DO, CODMn, NH3-N, TP
        let 指数 "index" = CODMn of 月均值
        let 金额 "amount" = round 月补偿额 * 指数 / 7 mg/L to 0.01 元 by half-up
        pay 断面补偿 "compensation at the border"
          when 洪灾 or missing 月类别 or missing 金额: nothing
          when 月类别 <= Ⅲ: \(downstream.zh) pays \(upstream.zh) 金额
          otherwise: \(upstream.zh) pays \(downstream.zh) 金额
        ```

        """
    }
}
