import ArgumentParser

/// Which settlement is meant.
struct SettlementArguments: ParsableArguments {
    @Argument(
        help: ArgumentHelp(Speech.text(zh: "协议，如 youshui-2019", en: "agreement, such as youshui-2019")),
        completion: .agreements)
    var agreement: String
    @Argument(help: ArgumentHelp(Speech.text(zh: "核算期，如 2021-04", en: "period, such as 2021-04")), completion: .periods)
    var period: String
}
