import ArgumentParser
import Foundation
import NodeService

/// Checks proof files without a node.
struct ProofVerifyCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "verify",
            abstract: Speech.text(
                zh: "核验证明文件（不需要节点和网络）", en: "check proof files (needs no node and no network)"),
            discussion: Speech.text(
                zh: """
                    例：tongzhou proof verify 证明/*.tlog-proof
                    　　tongzhou proof verify reading.tlog-proof --key 500000.tongzhou.test/common/1+…
                    条目原文取自证明旁边同名的 .json。不给 --key 时采用旁边 \(ProofChecker.keyFile) 中的公钥，并列出应与谁核对。退出码：0 全部成立，5 有不成立的或缺少所要求的联署，6 缺少文件或公钥。
                    """,
                en: """
                    Examples: tongzhou proof verify proofs/*.tlog-proof
                              tongzhou proof verify reading.tlog-proof --key 500000.tongzhou.test/common/1+…
                    The entry is the .json of the same name beside the proof. Without --key the keys are those in \(ProofChecker.keyFile) beside it, and the command says whose to compare. Exit codes: 0 all proven, 5 one is not or lacks a cosignature that was asked for, 6 a file or key is missing.
                    """))
    }

    @OptionGroup var options: OfflineOptions
    @Argument(help: ArgumentHelp(Speech.text(zh: "证明文件", en: "proof files")))
    var file: [String]
    @Option(help: ArgumentHelp(Speech.text(zh: "条目原文", en: "the entry's bytes"), valueName: "file"))
    var entry: String?
    @Option(
        help: ArgumentHelp(
            Speech.text(zh: "所信任的日志公钥；可多次给出", en: "a log's public key you trust; may be repeated"), valueName: "vkey"))
    var key: [String] = []
    @Option(
        help: ArgumentHelp(
            Speech.text(
                zh: "所信任的见证或镜像公钥，必须有其联署并逐行核对；可多次给出",
                en: "the public key of a witness or mirror that must have cosigned; may be repeated"),
            valueName: "vkey"))
    var witness: [String] = []

    func validate() throws {
        guard entry == nil || file.count == 1 else {
            throw ValidationError(Speech.text(zh: "--entry 只能用于一个证明文件", en: "--entry goes with a single proof file"))
        }
    }

    func run() async throws {
        try await CommonOptions.guarded {
            let forms = try file.map { path in
                let keys = URL(filePath: path).deletingLastPathComponent().appending(path: ProofChecker.keyFile).path
                let hasKeys = key.isEmpty && FileManager.default.fileExists(atPath: keys)
                return ProofChecker.Form(
                    proof: try OfflineOptions.file(path),
                    entry: try OfflineOptions.file(entry ?? ProofChecker.entryName(beside: path)),
                    keys: hasKeys ? try OfflineOptions.file(keys) : nil)
            }
            try CommonOptions.finish(
                ProofChecker(Speech.language, format: options.format).check(forms, keys: key, cosigners: witness))
        }
    }
}
