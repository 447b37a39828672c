import ArgumentParser
import Foundation
import NodeService

/// Writes the proof of an entry, or all proofs of a settlement.
struct ProofWriteCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "write",
            abstract: Speech.text(zh: "导出一个条目或一笔核算结果的证明", en: "write the proof of an entry or of a settlement"),
            discussion: Speech.text(
                zh: """
                    例：tongzhou proof 500000.tongzhou.test/common/1#2 --out reading.tlog-proof
                    　　tongzhou proof youshui-2019 2021-04 --out 证明
                    条目原文写在证明旁边（.json）。不给 --out 时输出证明文本。已有文件从不覆盖。核验：tongzhou proof verify。
                    """,
                en: """
                    Examples: tongzhou proof 500000.tongzhou.test/common/1#2 --out reading.tlog-proof
                              tongzhou proof youshui-2019 2021-04 --out proofs
                    The entry is written beside its proof (.json). Without --out the proof is printed. Files are never overwritten. To check: tongzhou proof verify.
                    """))
    }

    @OptionGroup var node: NodeOptions
    @Argument(
        help: ArgumentHelp(
            Speech.text(zh: "条目（日志#序号），或协议", en: "an entry (log#index), or an agreement"), valueName: "entry"))
    var subject: String
    @Argument(
        help: ArgumentHelp(Speech.text(zh: "协议的核算期，如 2021-04", en: "the agreement's period, such as 2021-04")),
        completion: .periods)
    var period: String?
    @OptionGroup var choice: SettlementChoice
    @Option(
        help: ArgumentHelp(
            Speech.text(zh: "写入的文件；核算结果则为文件夹", en: "file to write; a folder for a settlement"), valueName: "path"))
    var out: String?

    func validate() throws {
        guard period == nil || out != nil else {
            throw ValidationError(
                Speech.text(
                    zh: "核算结果的证明是一组文件：用 --out 指明文件夹",
                    en: "a settlement's proofs are several files: name a folder with --out"))
        }
        guard period != nil || subject.contains("#") else {
            throw ValidationError(
                Speech.text(
                    zh: "请写条目（日志#序号），或协议和核算期", en: "name an entry (log#index), or an agreement and a period"))
        }
    }

    func run() async throws {
        try await CommonOptions.guarded {
            guard let period else { return try await writeEntry() }
            let outcome = try await node.outcome(
                of: .proveSettlement(agreement: subject, period: period, digest: choice.digest))
            guard outcome.exitCode == ExitCode.done, let out else { return try CommonOptions.finish(outcome) }
            try OutputFiles.write(outcome.files, into: out)
            try node.finish(outcome, adding: OutputFiles.told([out]))
        }
    }

    private func writeEntry() async throws {
        let outcome = try await node.outcome(of: .proveEntry(place: subject))
        guard outcome.exitCode == ExitCode.done, let out, outcome.files.count == 2 else {
            return try CommonOptions.finish(outcome)
        }
        let beside = ProofChecker.entryName(beside: out)
        try OutputFiles.write([(out, outcome.files[0].bytes), (beside, outcome.files[1].bytes)])
        let told = OutputFiles.told([out, beside])
        try CommonOptions.finish(
            node.output.isForPeople ? CommandOutcome(exitCode: outcome.exitCode, output: told) : outcome)
    }
}
