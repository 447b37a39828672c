import ArgumentParser
import NodeService

/// Records a rule, or charges what is owed.
struct LeviesRecordCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "record",
            abstract: Speech.text(
                zh: "记录征收规则，或以 --charge 征收到期各月（中央节点）",
                en: "record a rule, or charge what is owed with --charge (the centre)"))
    }

    @OptionGroup var node: NodeOptions
    @Flag(help: ArgumentHelp(Speech.text(zh: "征收所有到期而未征的月份", en: "charge every month that is owed")))
    var charge = false
    @Option(help: ArgumentHelp(Speech.text(zh: "流域，如 长江流域", en: "basin, such as 长江流域")))
    var basin: String?
    @Option(
        name: .customLong("section"), help: ArgumentHelp(Speech.text(zh: "共有断面，可重复", en: "shared section, repeatable")))
    var sections: [String] = []
    @Option(
        help: ArgumentHelp(
            Speech.text(
                zh: "每月金额；与 --charge 同用时为所见应征合计，不符即拒绝",
                en: "amount a month; with --charge what you have read is owed, refused if it has changed")))
    var amount: String?
    @Option(help: ArgumentHelp(Speech.text(zh: "起征月份，如 2023-01", en: "first month, such as 2023-01")))
    var from: String?
    @Option(help: ArgumentHelp(Speech.text(zh: "最后月份；不写则至签署为止", en: "last month; until signing where left out")))
    var to: String?
    @Option(
        help: ArgumentHelp(
            Speech.text(
                zh: "承担方：upstream 上游，downstream 下游，each 各全额，halves 各半",
                en: "who pays: upstream, downstream, each, halves")))
    var bearer: String?
    @OptionGroup var dry: DryRunFlag

    func validate() throws {
        let rule = [basin, amount, from, bearer]
        let isWhole = rule.allSatisfy { $0 != nil } && !sections.isEmpty
        let isCharge = charge && basin == nil && from == nil && to == nil && bearer == nil && sections.isEmpty
        guard charge ? isCharge : isWhole else {
            throw ValidationError(
                Speech.text(
                    zh: "规则须写明 --basin --section --amount --from --bearer；征收只写 --charge，可加 --amount",
                    en:
                        "a rule needs --basin --section --amount --from --bearer; charging takes --charge alone, and --amount"
                ))
        }
    }

    func run() async throws {
        guard !charge, let basin, let amount, let from, let bearer else {
            return try await node.run(.centre(.chargeLevies(amount: amount, dryRun: dry.dryRun)))
        }
        let form = CentreCommand.LevyForm(
            basin: basin, sections: sections, monthly: amount, from: from, to: to, bearer: bearer)
        try await node.run(.centre(.recordLevy(form, dryRun: dry.dryRun)))
    }
}
