import ArgumentParser
import Foundation
import NodeService
import Presentation

/// Takes a neighbour's file in.
struct PeersAddCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "add",
            abstract: Speech.text(zh: "登记邻居交来的节点文件，或更新它", en: "take in the file a neighbour has sent, or a newer one"),
            discussion: Speech.text(
                zh: "不带 --fingerprint 时只显示内容和指纹。电话核对指纹后，把对方念出的数字（至少前 16 位）写在 --fingerprint 后。重启节点后生效。",
                en:
                    "Without --fingerprint it only shows the file and its fingerprint. Compare it by telephone, then give what the neighbour read aloud (at least the first 16 digits) with --fingerprint. Takes effect when the node is restarted."
            ))
    }

    @OptionGroup var node: NodeOptions
    @OptionGroup var dry: DryRunFlag
    @Argument(help: ArgumentHelp(Speech.text(zh: "对方的节点文件", en: "the neighbour's file")))
    var file: String
    @Option(help: ArgumentHelp(Speech.text(zh: "对方念出的指纹", en: "the fingerprint as read aloud")))
    var fingerprint: String?

    func run() async throws {
        try await node.report {
            try PeerDesk($0).add(URL(filePath: file), fingerprint: fingerprint, dryRun: dry.dryRun)
        }
    }
}
