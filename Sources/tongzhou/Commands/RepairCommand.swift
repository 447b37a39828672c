import ArgumentParser
import Compensation
import NodeService

/// Repairs damaged logs.
struct RepairCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "repair",
            abstract: Speech.text(zh: "修复损坏的日志", en: "repair damaged logs"),
            discussion: Speech.text(
                zh: """
                    节点须已停止。镜像向其来源（或其他邻居的镜像）重新取得，自有日志向邻居的镜像取得；核对到本节点保存的最新检查点之后，才在一个事务中替换不同的行。已签署的内容不会改变。
                    数据库文件本身无法读取时不改动任何内容：请用 restore 或 recover。
                    """,
                en: """
                    The node must be stopped. A mirror is fetched afresh from its origin (or another peer's mirror), an own log from the peers' mirrors; it is verified up to the newest checkpoint kept here, and only then are the rows that differ replaced, in one transaction. Nothing signed changes.
                    When the database file itself cannot be read nothing is touched: use restore or recover.
                    """))
    }

    @OptionGroup var node: NodeOptions
    @Argument(
        help: ArgumentHelp(
            Speech.text(
                zh: "日志，如 500000.tongzhou.test/common/1（默认全部）",
                en: "a log, such as 500000.tongzhou.test/common/1 (default all)")))
    var log: String?

    func run() async throws {
        try await CommonOptions.guarded {
            let desk = RepairDesk(try node.configuration())
            try CommonOptions.finish(try await desk.repair(log, Speech.language, format: node.format))
        }
    }
}
