import ArgumentParser
import NodeService

/// Rebuilds a lost database from the peers' mirrors.
struct RecoverCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "recover",
            abstract: Speech.text(
                zh: "磁盘丢失后从邻居镜像找回自有日志", en: "after a lost disk, get the own logs back from the neighbours' mirrors"),
            discussion: Speech.text(
                zh: "需要 node.yaml、日志私钥和证书。逐条核验签名与散列；先问遍可达的邻居，期间与之后都不签署；节点须已停止。",
                en:
                    "Needs node.yaml, the log key and the certificate. Every entry is verified; all reachable neighbours are asked first, nothing is signed; the node must not be running."
            ))
    }

    @OptionGroup var node: NodeOptions
    @Option(
        name: .customLong("bundle"),
        help: ArgumentHelp(
            Speech.text(
                zh: "邻居以 bundle export --their-own 写出的日志包，可重复",
                en: "a bundle that a neighbour wrote with bundle export --their-own; may be repeated"),
            valueName: "file"))
    var bundles: [String] = []

    func run() async throws {
        try await CommonOptions.guarded {
            let disk = LostDisk(try node.configuration())
            try CommonOptions.finish(try await disk.recover(bundles, Speech.language, format: node.format))
        }
    }
}
