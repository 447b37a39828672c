import ArgumentParser
import NodeService
import Presentation

/// Shows one peer, its fingerprint ready to be read aloud.
struct PeersShowCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "show",
            abstract: Speech.text(zh: "查看一个邻居，含供电话朗读的指纹", en: "show a peer, with its fingerprint to read aloud"))
    }

    @OptionGroup var node: NodeOptions
    @Argument(help: ArgumentHelp(Speech.text(zh: "邻居：节点名、代码或名称", en: "the peer: node name, code or name")))
    var peer: String

    func run() async throws { try await node.report { try PeerDesk($0).show(peer) } }
}
