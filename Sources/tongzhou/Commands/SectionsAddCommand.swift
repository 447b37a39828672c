import ArgumentParser
import NodeService

/// Registers a section.
struct SectionsAddCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "add", abstract: Speech.text(zh: "登记断面", en: "register a section"))
    }

    @OptionGroup var node: NodeOptions
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

    func run() async throws {
        let form = OperatorCommand.SectionForm(
            id: id, nameZh: nameZh, nameEn: nameEn, aliases: aliases, river: river, basin: basin, bodyType: body,
            controlLevel: control, upstream: upstream, downstream: downstream)
        try await node.run(.addSection(form))
    }
}
