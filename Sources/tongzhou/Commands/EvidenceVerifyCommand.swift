import ArgumentParser
import NodeService

/// Checks a document with nothing else at hand.
struct EvidenceVerifyCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "verify",
            abstract: Speech.text(
                zh: "核验一份证据（不需要节点和网络）", en: "check a document of evidence (needs no node and no network)"),
            discussion: Speech.text(
                zh: "退出码：0 成立，5 不成立。不给 --key 时采用证据自带的公钥，并说明应与谁核对。",
                en:
                    "Exit codes: 0 proven, 5 not proven. Without --key the document's own key is used, and the command says whose to compare."
            ))
    }

    @OptionGroup var options: OfflineOptions
    @Argument(help: ArgumentHelp(Speech.text(zh: "证据文件", en: "document of evidence")))
    var file: String
    @Option(
        help: ArgumentHelp(Speech.text(zh: "该日志的公钥", en: "the log's public key"), valueName: "vkey"))
    var key: String?

    func run() async throws {
        try await CommonOptions.guarded {
            try CommonOptions.finish(
                EvidenceChecker(Speech.language, format: options.format).check(try OfflineOptions.file(file), key: key))
        }
    }
}
