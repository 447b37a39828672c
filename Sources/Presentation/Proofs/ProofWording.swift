import Compensation
import TransparencyLog

/// What is the matter with a proof file.
enum ProofWording {
    static func text(_ finding: EntryProofFinding) -> Bilingual {
        switch finding {
        case .tooLarge: Bilingual(zh: "文件过大", en: "the file is too large")
        case .unknownFormat: Bilingual(zh: "不是 tlog-proof v1 文件", en: "not a tlog-proof v1 file")
        case .malformed: Bilingual(zh: "文件格式不符", en: "the file is malformed")
        case .checkpoint(let finding): text(finding)
        case .inclusion: Bilingual(zh: "条目不在所签的日志中，或内容已被改动", en: "the entry is not in the signed log, or was changed")
        }
    }

    private static func text(_ finding: NoteFinding) -> Bilingual {
        switch finding {
        case .malformed, .tooLarge, .checkpointMalformed: Bilingual(zh: "检查点格式不符", en: "the checkpoint is malformed")
        case .noTrustedSignature: Bilingual(zh: "没有所给公钥的签名", en: "no signature of a given key")
        case .signatureInvalid, .signatureDuplicate: Bilingual(zh: "签名无效", en: "the signature does not hold")
        case .signatureMissing: Bilingual(zh: "缺少所要求的签名", en: "a signature that is demanded is missing")
        case .checkpointWrongOrigin: Bilingual(zh: "检查点属于另一日志", en: "a checkpoint of another log")
        }
    }
}
