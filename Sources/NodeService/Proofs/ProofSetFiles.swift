import Compensation
import Federation
import Presentation
import TransparencyLog

/// A settlement's proofs as the files of one folder: each proof with its entry beside it, the keys, how to check.
struct ProofSetFiles {
    let settlement: ProofSet

    var files: [ProducedFile] {
        settlement.proofs.flatMap { Self.pair($0.name, $0.proof) } + [
            ProducedFile(KeyFile.name, Array(keys.utf8)), ProducedFile("README.txt", Array(readme.utf8)),
        ]
    }

    static let proofSuffix = ".tlog-proof"
    static let entrySuffix = ".json"

    /// The two files that prove one entry.
    static func pair(_ name: String, _ proof: ProofReport) -> [ProducedFile] {
        [
            ProducedFile(name + proofSuffix, proof.proof.bytes), ProducedFile(name + entrySuffix, proof.entry),
        ]
    }

    private var keys: String {
        var lines = [
            "# 各日志的公钥（C2SP signed-note vkey）；请与各节点另行给出的公钥核对",
            "# the logs' public keys (C2SP signed-note vkey); compare them with what each node gave you elsewhere",
        ]
        for signer in settlement.signers {
            let keys = settlement.proofs.filter { $0.proof.place.log.node == signer.node }.flatMap(\.proof.keys)
            for key in keys where !lines.contains(key.vkey) {
                let setting = key.algorithm == .sm2 ? "sm2_keys" : "log_key"
                lines.append("# \(signer.name.zh) \(signer.name.en)  \(setting): \(Base64.encode(key.publicKey))")
                lines.append(key.vkey)
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private var readme: String {
        let title = "\(settlement.key.agreement.text) \(settlement.key.period.text)"
        let names = settlement.signers.map { "\($0.name.zh) \($0.name.en)" }.joined(separator: ", ")
        let missing = settlement.missing.joined(separator: ", ")
        return """
            \(title)：离线证明

            本文件夹证明各方和中央节点在其签名日志中写过什么：\(names)。
              *.json        日志条目原文，一字节不改
              *.tlog-proof  该条目在日志中的证明（C2SP tlog-proof v1）：序号、散列路径、日志签署的检查点
              \(KeyFile.name)      所用的公钥
            尚无：\(missing.isEmpty ? "无" : missing)

            核验（不需要节点和网络）：
              tongzhou proof verify *.tlog-proof
            随后把 \(KeyFile.name) 中的公钥与各节点另行给出的 log_key 核对，或用 --key 给出所信任的公钥。
            各方的 proposal 和 acceptance 中 settlement_digest 相同，即认可了同一结果；verdict 为 verified，即中央节点复算一致。
            没有本程序也能核验：见项目文档 docs/proofs.md，只需 SHA-256 与 Ed25519（如 Python 与 openssl）。
            证明的是说过什么、由谁的密钥签署，不证明监测数据本身属实。

            \(title): proofs to check offline

            This folder proves what the parties and the centre have said in their signed logs: \(names).
              *.json        the log's entry, byte for byte
              *.tlog-proof  that the entry is in the log (C2SP tlog-proof v1): index, path of hashes, signed checkpoint
              \(KeyFile.name)      the public keys
            Not there yet: \(missing.isEmpty ? "nothing" : missing)

            To check, without a node or a network:
              tongzhou proof verify *.tlog-proof
            Then compare the keys in \(KeyFile.name) with the log_key each node gave you elsewhere, or name the keys you trust with --key.
            The same settlement_digest in every proposal and acceptance: the parties accepted one result. A verdict that says verified: the centre recomputed it.
            It can be checked without this program: docs/proofs.md of the project; SHA-256 and Ed25519 (such as Python and openssl) are enough.
            What is proven is who said what under which key, not that a reading is true.

            """
    }
}
