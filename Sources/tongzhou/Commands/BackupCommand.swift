import ArgumentParser
import Compensation
import Foundation
import NodeService

/// Writes a backup of the logs.
struct BackupCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "backup",
            abstract: Speech.text(zh: "备份日志数据库与办理页记录", en: "back up the log database and the desk's records"),
            discussion: Speech.text(
                zh:
                    "写出一个新文件，从不覆盖；完整核对后才命名。可在节点运行时进行。启用办理页的，旁边另存 NAME-audit.sqlite 和 NAME-operators.json。私钥、口令和动态码密钥不在其中。恢复：tongzhou restore。",
                en:
                    "Writes one new file and never overwrites; it gets its name after a full check. Works beside a running node. Where the desk is in use, NAME-audit.sqlite and NAME-operators.json are written beside it. Keys, passwords and secrets of codes are not in it. To restore: tongzhou restore."
            ))
    }

    @OptionGroup var node: NodeOptions
    @Argument(help: ArgumentHelp(Speech.text(zh: "要写出的文件", en: "the file to write")))
    var file: String
    @Flag(help: ArgumentHelp(Speech.text(zh: "只说明将做什么", en: "only say what would be done")))
    var dryRun = false

    func run() async throws {
        try await CommonOptions.guarded {
            let desk = BackupDesk(try node.configuration())
            try CommonOptions.finish(
                try desk.backup(to: URL(filePath: file), dryRun: dryRun, Speech.language, format: node.format))
        }
    }
}
