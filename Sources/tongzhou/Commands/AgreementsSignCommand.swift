import ArgumentParser
import NodeService

/// Signs an agreement.
struct AgreementsSignCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "sign", abstract: Speech.text(zh: "签署协议：本方受其约束", en: "sign an agreement: binds this party"))
    }

    @OptionGroup var node: NodeOptions
    @OptionGroup var writing: DryRunFlag
    @OptionGroup var choice: AgreementChoice

    func run() async throws {
        try await node.run(
            .agreement(.sign(agreement: choice.agreement, digest: choice.digest, dryRun: writing.dryRun)))
    }
}
