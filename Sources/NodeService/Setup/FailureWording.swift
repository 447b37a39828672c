public import Compensation
import NodeStore
import Tabular

/// Words for what keeps a command from starting at all, and the exit code that goes with it.
public enum FailureWording {
    public static func outcome(_ error: any Error, _ language: Language) -> CommandOutcome {
        let (code, text) = describe(error)
        return CommandOutcome(exitCode: code, errors: text(language) + "\n")
    }

    private static func describe(_ error: any Error) -> (Int32, Bilingual) {
        switch error {
        case let problem as ConfigurationProblem:
            return (ExitCode.inputRefused, Bilingual(zh: problem.text(.zh), en: problem.text(.en)))
        case let failure as CommandFailure: return (failure.exitCode, failure.message)
        case let problem as FileProblem:
            return (
                ExitCode.inputRefused,
                Bilingual(zh: "\(problem.path)：无法读取文件", en: "\(problem.path): the file cannot be read")
            )
        case let failure as CertificateFailure: return (ExitCode.inputRefused, CertificateWording.text(failure))
        case let error as StoreError: return describe(error)
        case let failure as WorkbookWritingFailure: return (ExitCode.failed, failure.wording)
        default: return (ExitCode.failed, Bilingual(zh: "失败：\(error)", en: "failed: \(error)"))
        }
    }

    private static func describe(_ error: StoreError) -> (Int32, Bilingual) {
        switch error {
        case .locked(let folder):
            (ExitCode.failed, Bilingual(zh: "\(folder) 正被另一个进程使用", en: "\(folder) is in use by another process"))
        case .otherOwner(let folder, let owner):
            (
                ExitCode.failed,
                Bilingual(
                    zh: "\(folder) 属于用户 \(owner)；root 留下的文件会使服务无法启动。请执行：runuser -u \(owner) -- tongzhou …",
                    en:
                        "\(folder) belongs to user \(owner), and files that root leaves there keep the service from starting; run: runuser -u \(owner) -- tongzhou …"
                )
            )
        case .notInitialised(let folder):
            (
                ExitCode.inputRefused,
                Bilingual(
                    zh: "\(folder) 中还没有节点；先执行 tongzhou init",
                    en: "there is no node in \(folder) yet; run tongzhou init first")
            )
        case .alreadyInitialised(let folder):
            (
                ExitCode.inputRefused,
                Bilingual(
                    zh: "\(folder) 中已有节点；日志只创建一次",
                    en: "there is a node in \(folder) already; a log is created only once")
            )
        case .newerSchema(let found, let known):
            (
                ExitCode.failed,
                Bilingual(
                    zh: "数据库版本 \(found) 由更新的程序写成（本程序只认识到 \(known)）；请升级程序",
                    en:
                        "the database (version \(found)) was written by a newer program (this one knows \(known)); upgrade"
                )
            )
        case .notDurable(let detail):
            (
                ExitCode.failed,
                Bilingual(zh: "持久性设置未生效：\(detail)", en: "a durability setting is not in force: \(detail)")
            )
        case .readBackDiffers(let log):
            (
                ExitCode.integrity,
                Bilingual(
                    zh: "\(log)：读回的内容与写入的不同，未签署",
                    en: "\(log): what was read back is not what was written; nothing was signed")
            )
        case .outOfSequence(let log, let stored, let offered):
            (
                ExitCode.integrity,
                Bilingual(
                    zh: "\(log)：已存 \(stored) 条，却要从 \(offered) 起写",
                    en: "\(log): \(stored) stored, but a write from \(offered)")
            )
        case .unknownLog(let log):
            (ExitCode.failed, Bilingual(zh: "没有日志 \(log)", en: "no log \(log)"))
        case .io(let detail):
            (ExitCode.failed, Bilingual(zh: "读写失败：\(detail)", en: "input/output failed: \(detail)"))
        case .full(let detail):
            (
                ExitCode.failed,
                Bilingual(
                    zh: "磁盘已满，未记录任何内容（\(detail)）；腾出空间后自动恢复，已存内容照常可读",
                    en:
                        "the disk is full and nothing was recorded (\(detail)); it goes on by itself when there is room, and everything stored can be read"
                )
            )
        case .exists(let path):
            (
                ExitCode.inputRefused,
                Bilingual(zh: "\(path) 已存在，从不覆盖", en: "\(path) exists and is never overwritten")
            )
        case .unreadable(let path, let detail):
            (
                ExitCode.integrity,
                Bilingual(
                    zh: "\(path) 无法读取（\(detail)）；未改动任何文件。请从备份恢复（tongzhou restore），或从各邻居的镜像找回（tongzhou recover）",
                    en:
                        "\(path) cannot be read (\(detail)); nothing was changed. Restore a backup (tongzhou restore) or take the logs back from the neighbours' mirrors (tongzhou recover)"
                )
            )
        case .damaged(let detail):
            (
                ExitCode.integrity,
                Bilingual(
                    zh: "数据库已损坏：\(detail)；请执行 tongzhou check --full",
                    en: "the database is damaged: \(detail); run tongzhou check --full")
            )
        case .damagedTree(let log, let detail):
            (
                ExitCode.integrity,
                Bilingual(
                    zh: "\(log) 的 SM3 树已损坏：\(detail)；请执行 tongzhou check --full，再执行 tongzhou repair",
                    en: "the SM3 tree of \(log) is damaged: \(detail); run tongzhou check --full, then tongzhou repair")
            )
        }
    }
}
