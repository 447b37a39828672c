import ArgumentParser
import Compensation

/// The program: one binary for provinces, the centre and operators.
@main
struct Tongzhou: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "tongzhou",
            abstract: Speech.text(
                zh: "同舟：跨省流域横向生态保护补偿节点", en: "Tongzhou: the node for ecological compensation between provinces"),
            discussion: Speech.text(
                zh: """
                    各省运行自己的节点，以签名日志记录监测数据与表态，相互镜像核验，各自按协议文本核算到分；中央节点复算、核验并记账。
                    退出码：0 完成；1 失败；3 有事项需关注（status --check）；5 完整性问题；6 输入被拒绝，未记录任何内容；7 节点未运行；64 用法错误。
                    语言：--lang zh|en，其次环境变量 TONGZHOU_LANG、LC_ALL、LC_MESSAGES、LANG，默认中文。
                    """,
                en: """
                    Each province runs its own node: signed logs of readings and statements, mirrored and verified by the neighbours, and each side computes the amount to the fen from the agreement's own text; the centre recomputes, verifies and records.
                    Exit codes: 0 done; 1 failed; 3 something needs attention (status --check); 5 integrity; 6 input refused, nothing recorded; 7 node not running; 64 wrong usage.
                    Language: --lang zh|en, then TONGZHOU_LANG, LC_ALL, LC_MESSAGES, LANG; Chinese by default.
                    """),
            version: "0.1.0",
            subcommands: [
                InitCommand.self, CertsCommand.self, ServeCommand.self, StatusCommand.self, SectionsCommand.self,
                AgreementsCommand.self, ImportCommand.self, CorrectCommand.self, EndorseCommand.self,
                SettlementsCommand.self, ExplainCommand.self, ProposeCommand.self, AcceptCommand.self,
                LogCommand.self, CheckCommand.self, BackupCommand.self, RestoreCommand.self, RepairCommand.self,
                RecoverCommand.self, BundleCommand.self, ProofCommand.self, EvidenceCommand.self,
                WitnessCommand.self, KeysCommand.self, EpochCommand.self, SchemeCommand.self,
                ClassifyCommand.self, DemoCommand.self,
            ])
    }
}
