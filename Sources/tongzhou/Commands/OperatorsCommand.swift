import ArgumentParser

/// Who may work at the desk.
struct OperatorsCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "operators",
            abstract: Speech.text(zh: "办理人员：谁可以在办理页上做什么", en: "operators: who may do what at the desk"),
            discussion: Speech.text(
                zh: "办理页默认关闭，见 docs/desk.md 中 node.yaml 的 desk。角色：operator 经办、approver 审批、auditor 审计。",
                en: "The desk is off unless node.yaml has desk, see docs/desk.md. Roles: operator, approver, auditor."),
            subcommands: [
                OperatorsListCommand.self, OperatorsAddCommand.self, OperatorsResetCommand.self,
                OperatorsDisableCommand.self, OperatorsAuditCommand.self,
            ],
            defaultSubcommand: OperatorsListCommand.self)
    }
}
