import ArgumentParser
import Compensation
import Foundation
import NodeService

/// Puts a backup in place.
struct RestoreCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "restore",
            abstract: Speech.text(zh: "从备份恢复日志数据库", en: "restore the log database from a backup"),
            discussion: Speech.text(
                zh: "先完整核对备份。节点须已停止。已有数据库时拒绝；--replace 将原有文件移到一旁，从不删除。旁边的操作记录和人员名单只在文件夹中没有时才恢复。恢复后节点先向邻居核对自己的日志，然后才签署。",
                en:
                    "Checks the backup in full first. The node must be stopped. Refuses a folder that has a database; --replace moves the old files aside and never deletes them. The audit trail and the operators beside the backup are put in place only where the folder has none. Afterwards the node asks its neighbours for its own logs before it signs."
            ))
    }

    @OptionGroup var node: NodeOptions
    @Argument(help: ArgumentHelp(Speech.text(zh: "备份文件", en: "the backup")))
    var file: String
    @Flag(
        help: ArgumentHelp(
            Speech.text(zh: "替换已有数据库，原有文件移到一旁", en: "replace a database that is there; its files are moved aside")))
    var replace = false
    @Flag(help: ArgumentHelp(Speech.text(zh: "只说明将做什么", en: "only say what would be done")))
    var dryRun = false

    func run() async throws {
        try await CommonOptions.guarded {
            let desk = BackupDesk(try node.configuration())
            try CommonOptions.finish(
                try desk.restore(
                    from: URL(filePath: file), replace: replace, dryRun: dryRun, Speech.language, format: node.format))
        }
    }
}
