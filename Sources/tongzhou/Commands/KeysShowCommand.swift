import ArgumentParser
import NodeService

/// Lists all known log keys.
struct KeysShowCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "show",
            abstract: Speech.text(
                zh: "列出本节点与各邻居的日志密钥：指纹、启用时间、状态、会签",
                en: "list own and known log keys: fingerprint, age, state, countersignatures"))
    }

    @OptionGroup var node: NodeOptions

    func run() async throws { try await node.run(.keys(.show)) }
}
