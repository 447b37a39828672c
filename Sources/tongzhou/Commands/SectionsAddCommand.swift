import ArgumentParser
import NodeService

/// Registers a section.
struct SectionsAddCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "add", abstract: Speech.text(zh: "登记断面", en: "register a section"))
    }

    @OptionGroup var node: NodeOptions
    @OptionGroup var writing: DryRunFlag
    @Option(help: ArgumentHelp(Speech.text(zh: "断面标识，如 430000-liye", en: "identifier such as 430000-liye")))
    var id: String
    @Option(help: ArgumentHelp(Speech.text(zh: "中文名", en: "Chinese name")))
    var nameZh: String
    @Option(help: ArgumentHelp(Speech.text(zh: "英文名", en: "English name")))
    var nameEn: String
    @Option(name: .customLong("alias"), help: ArgumentHelp(Speech.text(zh: "别名，可重复", en: "another name, repeatable")))
    var aliases: [String] = []
    @Option(help: ArgumentHelp(Speech.text(zh: "河流", en: "river")))
    var river: String
    @Option(help: ArgumentHelp(Speech.text(zh: "流域", en: "basin")))
    var basin: String
    @Option(help: ArgumentHelp(Speech.text(zh: "水体类型：river 河流，lake 湖库", en: "body type: river or lake")))
    var body = "river"
    @Option(help: ArgumentHelp(Speech.text(zh: "控制级别：国控 省控 市控 非考核", en: "control level: 国控 省控 市控 非考核")))
    var control = "国控"
    @Option(help: ArgumentHelp(Speech.text(zh: "上游方代码", en: "code of the upstream party")))
    var upstream: String
    @Option(help: ArgumentHelp(Speech.text(zh: "下游方代码", en: "code of the downstream party")))
    var downstream: String

    @Option(
        name: .customLong("target"),
        help: ArgumentHelp(
            Speech.text(
                zh: "自某期起的水质目标，如 2024=Ⅱ，可重复", en: "class to be reached from a period on, such as 2024=Ⅱ, repeatable"),
            valueName: "period=class"))
    var targets: [String] = []
    @Option(help: ArgumentHelp(Speech.text(zh: "水流：one-way 单向，two-way 双向（感潮）", en: "flow: one-way or two-way (tidal)")))
    var flow: String?
    @Option(help: ArgumentHelp(Speech.text(zh: "岸别：left 左岸，right 右岸，both 两岸", en: "bank: left, right or both")))
    var bank: String?
    @Option(
        help: ArgumentHelp(
            Speech.text(zh: "界河：右岸一方的代码", en: "where the river is the border: code of the party on the right bank")))
    var rightBank: String?
    @Option(
        name: .customLong("suspended"),
        help: ArgumentHelp(
            Speech.text(
                zh: "暂停考核的时段和原因，如 2024-03..2024-04-15=施工，可重复",
                en: "when it is not assessed and why, such as 2024-03..2024-04-15=works, repeatable"),
            valueName: "from..to=reason"))
    var suspensions: [String] = []

    func run() async throws {
        var form = OperatorCommand.SectionForm(
            id: id, nameZh: nameZh, nameEn: nameEn, aliases: aliases, river: river, basin: basin, bodyType: body,
            controlLevel: control, upstream: upstream, downstream: downstream)
        form.targets = targets
        form.flow = flow
        form.bank = bank
        form.rightBank = rightBank
        form.suspensions = suspensions
        form.dryRun = writing.dryRun
        try await node.run(.addSection(form))
    }
}
