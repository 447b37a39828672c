import ArgumentParser

/// Which agreement, and which of its versions.
struct AgreementChoice: ParsableArguments {
    @Argument(
        help: ArgumentHelp(Speech.text(zh: "协议，如 youshui-2019", en: "agreement, such as youshui-2019")),
        completion: .agreements)
    var agreement: String
    @Option(
        help: ArgumentHelp(
            Speech.text(
                zh: "所读文本的摘要（至少前 8 位）；与现状不符则拒绝",
                en: "digest of the version you have read (at least 8 digits); anything else is refused")))
    var digest: String?
}
