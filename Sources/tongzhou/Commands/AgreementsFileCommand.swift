import ArgumentParser
import NodeService

/// Files an agreement with the centre.
struct AgreementsFileCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "file",
            abstract: Speech.text(
                zh: "备案：一方向中央节点报备；在中央节点执行则确认备案",
                en: "file an agreement: a party hands it to the centre; at the centre, confirm it"))
    }

    @OptionGroup var node: NodeOptions
    @OptionGroup var writing: DryRunFlag
    @OptionGroup var choice: AgreementChoice

    func run() async throws {
        try await node.run(
            .agreement(.file(agreement: choice.agreement, digest: choice.digest, dryRun: writing.dryRun)))
    }
}
