import ArgumentParser
import Foundation
import NodeService

/// Writes a bundle for a peer.
struct BundleExportCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "export",
            abstract: Speech.text(zh: "为邻居写出日志包", en: "write a bundle for a peer"),
            discussion: Speech.text(
                zh: "包含对方有权读取的自有日志中，自上次为其导出以来的部分。内容均已签名，对方按网络同步的同一规则核验。从不覆盖已有文件；节点运行时由节点进程写文件。",
                en:
                    "Holds what is new, since the last bundle for that peer, in the own logs it may read. Everything is signed; the peer verifies it as it does on the wire. Never overwrites a file; a running node writes the file itself."
            ))
    }

    @OptionGroup var node: NodeOptions
    @Option(
        name: .customLong("for"),
        help: ArgumentHelp(Speech.text(zh: "接收方：节点名或代码", en: "the recipient: node name or code")))
    var peer: String
    @Option(
        help: ArgumentHelp(
            Speech.text(zh: "新文件（默认在当前文件夹自动命名）", en: "the new file (default: a name of its own in this folder)")))
    var out: String?
    @Flag(help: ArgumentHelp(Speech.text(zh: "从每个日志的开头起", en: "from the beginning of every log")))
    var full = false
    @Flag(help: ArgumentHelp(Speech.text(zh: "也包含对方可读的镜像日志", en: "mirrored logs that the peer may read, too")))
    var withMirrors = false
    @Option(
        help: ArgumentHelp(
            Speech.text(zh: "日志=条数：从该处起，可重复", en: "LOG=SIZE: begin this log there; may be repeated"),
            valueName: "log=size"))
    var from: [String] = []
    @Flag(
        help: ArgumentHelp(
            Speech.text(
                zh: "只含对方自己的日志，取自本节点的镜像，供其 recover --bundle 找回",
                en: "only the peer's own logs, as mirrored here, for its recover --bundle")))
    var theirOwn = false

    func validate() throws {
        guard !theirOwn || !withMirrors else {
            throw ValidationError(
                Speech.text(
                    zh: "--their-own 与 --with-mirrors 不能同时使用", en: "--their-own and --with-mirrors exclude each other"))
        }
    }

    func run() async throws {
        let folder = FileManager.default.currentDirectoryPath
        let path = out.map { URL(filePath: $0).standardizedFileURL.path }
        try await node.run(
            .exportBundle(
                .init(
                    peer: peer, path: path, folder: folder, full: full, mirrors: withMirrors, from: from,
                    theirOwn: theirOwn)))
    }
}
