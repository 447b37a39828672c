import ArgumentParser
import NodeService
import Presentation

/// Takes a peer out of use.
struct PeersRemoveCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "remove",
            abstract: Speech.text(
                zh: "停用一个邻居：文件改名，已镜像的日志保留", en: "take a peer out of use: its file is renamed, what is mirrored stays"))
    }

    @OptionGroup var node: NodeOptions
    @OptionGroup var dry: DryRunFlag
    @Argument(help: ArgumentHelp(Speech.text(zh: "邻居：节点名、代码或名称", en: "the peer: node name, code or name")))
    var peer: String

    func run() async throws { try await node.report { try PeerDesk($0).remove(peer, dryRun: dry.dryRun) } }
}
