import ArgumentParser
import NodeService
import Presentation

/// Shows one peer, its fingerprint ready to be read aloud.
struct PeersShowCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "show",
            abstract: Speech.text(
                zh: "查看一个邻居或本节点的节点文件，含供电话朗读的指纹",
                en: "show the file of a peer, or the own one, with its fingerprint to read aloud"))
    }

    @OptionGroup var node: NodeOptions
    @Argument(
        help: ArgumentHelp(Speech.text(zh: "邻居或本节点：节点名、代码或名称", en: "the peer or this node: node name, code or name")))
    var peer: String

    func run() async throws { try await node.report { try PeerDesk($0).show(peer) } }
}
