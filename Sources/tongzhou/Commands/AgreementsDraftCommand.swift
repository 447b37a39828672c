import ArgumentParser
import Foundation
import NodeService

/// Puts a version of an agreement forward.
struct AgreementsDraftCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "draft",
            abstract: Speech.text(
                zh: "起草协议：记录方案文件、参数与约定，供各方签署",
                en: "draft an agreement: scheme, values and duties, for the parties to sign"),
            discussion: Speech.text(
                zh: """
                    由下游方起草；左右岸共同作为上下游的，由右岸方起草。已有生效文本的，新文本自其有效期起替代它。
                    例：tongzhou agreements draft 协议.md --channel linjiang --parent schemes/重庆-2023.md --set '相差一类标准=150 万元' --source 茨坝=cnemc-bulletin --filing-days 30
                    """,
                en: """
                    The downstream party drafts; where both banks are jointly up- or downstream, the right bank. Where a version is in force, the new one takes its place from the beginning of its own validity.
                    Example: tongzhou agreements draft agreement.md --channel linjiang --parent schemes/重庆-2023.md --set '相差一类标准=150 万元' --source 茨坝=cnemc-bulletin --filing-days 30
                    """), aliases: ["add"])
    }

    @OptionGroup var node: NodeOptions
    @OptionGroup var writing: DryRunFlag
    @Argument(help: ArgumentHelp(Speech.text(zh: "方案文件", en: "scheme file")))
    var scheme: String
    @Option(help: ArgumentHelp(Speech.text(zh: "协议所在的通道", en: "channel of the agreement")))
    var channel: String
    @Option(
        help: ArgumentHelp(Speech.text(zh: "上位方案文件，其最低标准须遵守", en: "parent scheme file, whose minimum standards bind")))
    var parent: String?
    @Option(
        help: ArgumentHelp(
            Speech.text(zh: "方案参数的约定值，可重复", en: "value of a parameter of the scheme, repeatable"),
            valueName: "name=value"))
    var set: [String] = []
    @Option(
        help: ArgumentHelp(
            Speech.text(
                zh: "断面的数据来源，先写者优先，可重复；联合监测数据加 :endorsed（须对方确认）",
                en:
                    "source that binds at a section, the first first, repeatable; with :endorsed for jointly monitored data"
            ),
            valueName: "section=source"))
    var source: [String] = []
    @Option(
        help: ArgumentHelp(Speech.text(zh: "有效期起始核算期，可早于签署", en: "first period of the validity, may lie in the past")))
    var validFrom: String?
    @Option(help: ArgumentHelp(Speech.text(zh: "有效期最后核算期", en: "last period of the validity")))
    var validTo: String?
    @OptionGroup(title: Speech.text(zh: "履约约定", en: "duties"))
    var duties: AgreementDutyOptions

    func run() async throws {
        try await CommonOptions.guarded {
            var form = AgreementCommand.DraftForm(scheme: try OfflineOptions.file(scheme), channel: channel)
            form.parent = try parent.map(OfflineOptions.file)
            form.settings = set
            form.sources = source
            form.validFrom = validFrom
            form.validTo = validTo
            duties.fill(&form)
            try await node.run(.agreement(.draft(form, dryRun: writing.dryRun)))
        }
    }
}
