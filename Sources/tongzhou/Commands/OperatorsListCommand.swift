import ArgumentParser
import NodeService

/// Lists the operators.
struct OperatorsListCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "list", abstract: Speech.text(zh: "列出办理人员与其角色", en: "list the operators and their roles"))
    }

    @OptionGroup var node: NodeOptions

    func run() async throws { try await node.run(.accounts(.list)) }
}
