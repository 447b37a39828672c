import ArgumentParser
import NodeService

/// Shows the audit trail of the desk.
struct OperatorsAuditCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "audit",
            abstract: Speech.text(
                zh: "操作记录：何人何时从何处做了什么、结果如何", en: "audit trail: who did what, when, from where, with what outcome"))
    }

    @OptionGroup var node: NodeOptions
    @Flag(help: ArgumentHelp(Speech.text(zh: "全部记录，而非最近 200 条", en: "all of it, not the newest 200 lines")))
    var all = false

    func run() async throws { try await node.run(.accounts(.audit(newest: all ? nil : 200))) }
}
