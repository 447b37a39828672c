import ArgumentParser

/// Which settlement is meant where two texts of an agreement have one of the same period.
struct SettlementChoice: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            Speech.text(
                zh: "结果或协议文本的摘要（至少前 8 位）；同一期有两个文本时须写明",
                en: "digest of the result or of the agreement's text (at least 8 digits), needed where two texts fit")))
    var digest: String?
}
