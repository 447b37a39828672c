import ArgumentParser
import NodeService

/// Lists what the node's witness has cosigned.
struct WitnessCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "witness",
            abstract: Speech.text(
                zh: "本节点见证的各日志：长度、根、联署时间", en: "what this node's witness has cosigned: size, root and time of every log"
            ))
    }

    @OptionGroup var node: NodeOptions

    func run() async throws { try await node.run(.witness) }
}
