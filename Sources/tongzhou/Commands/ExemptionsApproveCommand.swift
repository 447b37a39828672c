import ArgumentParser
import NodeService

/// Says what an office decides about a request.
struct ExemptionsApproveCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "approve",
            abstract: Speech.text(zh: "审核免除申请：同意或不同意", en: "decide on a request: approve or refuse"))
    }

    @OptionGroup var node: NodeOptions
    @Argument(help: ArgumentHelp(Speech.text(zh: "申请条目，如 日志#序号", en: "the request, as log#index")))
    var request: String
    @Option(
        help: ArgumentHelp(
            Speech.text(zh: "finance 财政部门 或 environment 生态环境部门", en: "finance or environment")))
    var office: String
    @Flag(help: ArgumentHelp(Speech.text(zh: "不同意", en: "refuse")))
    var refuse = false
    @OptionGroup var dry: DryRunFlag

    func run() async throws {
        try await node.run(
            .settlement(.decideExemption(place: request, office: office, refuse: refuse, dryRun: dry.dryRun)))
    }
}
