import ArgumentParser

/// Exemptions: list, request, approve.
struct ExemptionsCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "exemptions",
            abstract: Speech.text(zh: "免除：查看、申请、审核", en: "exemptions: list, request, approve"),
            discussion: Speech.text(
                zh: "申请由协议一方提出，须经财政部门和生态环境部门均审核同意（协议未另行约定时由中央节点记录），只有一方同意则不生效。免除的效果由方案规定。",
                en:
                    "A party requests; finance and environment both have to approve (said by the centre unless the agreement names somebody else), one alone changes nothing. What an exemption does is the scheme's word."
            ),
            subcommands: [ExemptionsListCommand.self, ExemptionsRequestCommand.self, ExemptionsApproveCommand.self],
            defaultSubcommand: ExemptionsListCommand.self)
    }
}
