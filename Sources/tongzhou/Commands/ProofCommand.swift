import ArgumentParser

/// Proofs that can be checked offline.
struct ProofCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "proof",
            abstract: Speech.text(zh: "离线证明：导出、核验", en: "proofs to check offline: write, verify"),
            discussion: Speech.text(
                zh: "证明某个条目确在某方签署的日志中，或一笔核算结果由各方认可、中央节点核验。格式：C2SP tlog-proof（docs/proofs.md）。",
                en:
                    "That an entry is in a signed log, or that a settlement was accepted by the parties and verified by the centre. Format: C2SP tlog-proof (docs/proofs.md)."
            ),
            subcommands: [ProofWriteCommand.self, ProofVerifyCommand.self],
            defaultSubcommand: ProofWriteCommand.self)
    }
}
