import ArgumentParser
import Compensation
import Foundation
import NodeService

/// Creates a node: its folder, configuration, log key and empty logs.
struct InitCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "init",
            abstract: Speech.text(
                zh: "新建节点：文件夹、配置、日志私钥与日志", en: "create a node: folder, configuration, log key and logs"),
            discussion: Speech.text(
                zh: "按节点公开信息文件（见 peers/）新建。已存在的节点不会被覆盖。完成后把生成的公开信息文件交给各邻居。",
                en:
                    "Creates a node from a file of public facts (see peers/). An existing node is never overwritten. Give the public file it writes to every neighbour."
            ))
    }

    @OptionGroup var options: OfflineOptions
    @Argument(help: ArgumentHelp(Speech.text(zh: "节点文件夹", en: "the node's folder")))
    var folder: String
    @Option(
        help: ArgumentHelp(
            Speech.text(zh: "本节点的公开信息文件，如 peers/500000.yaml", en: "this node's public facts, such as peers/500000.yaml")
        ))
    var facts: String
    @Option(
        help: ArgumentHelp(Speech.text(zh: "证书文件夹（tongzhou certs 的输出）", en: "certificate folder (from tongzhou certs)"))
    )
    var certs: String
    @Option(help: ArgumentHelp(Speech.text(zh: "邻居公开信息文件夹", en: "folder of the neighbours' public facts")))
    var peers: String
    @Option(
        help: ArgumentHelp(
            Speech.text(
                zh: "通道的读者：通道=节点,节点；可重复。common 与 central 默认对全体成员",
                en: "readers of a channel: channel=node,node; repeatable. common and central default to all members")))
    var readers: [String] = []
    @Option(help: ArgumentHelp(Speech.text(zh: "监听端口（默认取自公开信息）", en: "port to listen on (default from the facts)")))
    var port: Int?
    @OptionGroup var national: SM2Options

    func run() async throws {
        try await CommonOptions.guarded {
            let plan = NewNode(
                folder: URL(filePath: folder), facts: URL(filePath: facts), certificates: URL(filePath: certs),
                peers: URL(filePath: peers), readers: readers, port: port,
                sm2: national.sm2 ? .with(passphrase: national.file) : .without)
            try CommonOptions.finish(try await plan.create(Speech.language, format: options.format))
        }
    }
}
