import ArgumentParser
import NodeService

/// Lists notices and rulings.
struct IncidentsListCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "list",
            abstract: Speech.text(zh: "列出突发事件通报与中央裁定", en: "list notices of incidents and the centre's rulings"))
    }

    @OptionGroup var node: NodeOptions

    func run() async throws { try await node.run(.centre(.incidents)) }
}
