import ArgumentParser
import Compensation
import Foundation
import NodeService

/// Checks the stored databases.
struct CheckCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "check",
            abstract: Speech.text(zh: "检查数据库是否完好", en: "check that the databases are sound"),
            discussion: Speech.text(
                zh: """
                    只读，不影响运行中的节点。快速检查核对文件结构、各日志的右边缘与最新检查点；--full 从条目原文重算全部散列并核对全部检查点，指出每一处损坏的位置。
                    退出码：0 完好；3 有事项需关注；5 发现损坏。
                    """,
                en: """
                    Reads only and does not disturb a running node. The quick check compares the file's structure and each log's right edge with its newest checkpoint; --full recomputes every hash from the entries' bytes, verifies every checkpoint and names the place of every damage.
                    Exit codes: 0 sound; 3 something needs attention; 5 damage found.
                    """))
    }

    @OptionGroup var node: NodeOptions
    @Flag(
        help: ArgumentHelp(
            Speech.text(zh: "重算全部条目、散列与检查点", en: "recompute every entry, hash and checkpoint")))
    var full = false
    @Option(
        help: ArgumentHelp(
            Speech.text(zh: "检查这个备份文件，而不是节点的数据库", en: "check this backup file instead of the node's databases")))
    var file: String?

    @Option(
        help: ArgumentHelp(
            Speech.text(
                zh: "与这个邻居核对：它所存的本节点日志，以及它自己的日志",
                en: "compare with this peer: its copies of the own logs, and its own logs")), completion: .peers)
    var against: String?

    func validate() throws {
        guard against == nil || file == nil else {
            throw ValidationError(
                Speech.text(zh: "--against 与 --file 不能同时使用", en: "--against and --file exclude each other"))
        }
    }

    func run() async throws {
        try await CommonOptions.guarded {
            let desk = CheckDesk(try node.configuration())
            if let against {
                return try CommonOptions.finish(
                    try await desk.check(full: full, against: against, Speech.language, format: node.format))
            }
            try CommonOptions.finish(
                try desk.check(full: full, file: file.map { URL(filePath: $0) }, Speech.language, format: node.format))
        }
    }
}
