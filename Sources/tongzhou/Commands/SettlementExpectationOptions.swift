import ArgumentParser
import NodeService

/// What the operator has read; the command refuses when it is not what stands now.
struct SettlementExpectationOptions: ParsableArguments {
    @Option(help: ArgumentHelp(Speech.text(zh: "所见结果的摘要", en: "digest of the result you have read")))
    var digest: String?
    @Option(
        help: ArgumentHelp(
            Speech.text(
                zh: "所见金额合计，如 400000.00、40万元", en: "sum of the payments you have read, such as 400000.00 or 40万元")))
    var amount: String?

    var expectation: SettlementCommand.Expectation { .init(digest: digest, amount: amount) }
}
