import ArgumentParser
import Compensation
import Foundation
import NodeService
import Presentation

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
                    输出：-o table、wide、json（同 --json）、tsv；JSON 字段见 docs/json.md。
                    语言：--lang zh|en，其次环境变量 TONGZHOU_LANG、LC_ALL、LC_MESSAGES、LANG，默认中文。
                    """,
                en: """
                    Each province runs its own node: signed logs of readings and statements, mirrored and verified by the neighbours, and each side computes the amount to the fen from the agreement's own text; the centre recomputes, verifies and records.
                    Output: -o table, wide, json (as --json) or tsv; the fields of the JSON stand in docs/json.md.
                    Language: --lang zh|en, then TONGZHOU_LANG, LC_ALL, LC_MESSAGES, LANG; Chinese by default.
                    """),
            version: ProgramVersion.text,
            subcommands: [
                InitCommand.self, CertsCommand.self, ServeCommand.self, StatusCommand.self, WaitCommand.self,
                DoctorCommand.self, PeersCommand.self, ConfigCommand.self, SectionsCommand.self,
                AgreementsCommand.self, ImportCommand.self, ExportCommand.self, CorrectCommand.self,
                EndorseCommand.self,
                SettlementsCommand.self, ProposalsCommand.self, ExplainCommand.self, ProposeCommand.self,
                AcceptCommand.self, FactsCommand.self, ExemptionsCommand.self,
                LedgerCommand.self, IncidentsCommand.self, LeviesCommand.self, AwardsCommand.self,
                BasinAccountCommand.self,
                ClearingCommand.self, PaymentsCommand.self, InKindCommand.self, SplitsCommand.self,
                FundsCommand.self,
                LogCommand.self, CheckCommand.self, BackupCommand.self, RestoreCommand.self, RepairCommand.self,
                RecoverCommand.self, BundleCommand.self, ProofCommand.self, EvidenceCommand.self,
                WitnessCommand.self, KeysCommand.self, EpochCommand.self, SendersCommand.self, OperatorsCommand.self,
                SchemeCommand.self,
                ClassifyCommand.self, DemoCommand.self, BenchCommand.self,
            ])
    }

    /// As the library has it, but for the words and for wrong usage where JSON was asked for.
    static func main() async {
        do {
            var command = try parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch {
            let code = exitCode(for: error)
            guard Speech.isJSON, code == .validationFailure else {
                let text = HelpText.finished(fullMessage(for: error, columns: HelpText.parserColumns))
                let stream = code == .success ? FileHandle.standardOutput : .standardError
                if !text.isEmpty { try? stream.write(contentsOf: Data((text + "\n").utf8)) }
                Foundation.exit(code.rawValue)
            }
            let report = FailureReport(code.rawValue, fullMessage(for: error))
            try? FileHandle.standardError.write(contentsOf: Data(report.jsonText.utf8))
            Foundation.exit(code.rawValue)
        }
    }
}
