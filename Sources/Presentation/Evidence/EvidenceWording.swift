import Compensation
import Federation

/// Why a document does not prove what it says.
enum EvidenceWording {
    static func text(_ code: EvidenceFinding.Code) -> Bilingual {
        switch code {
        case .tooLarge: Bilingual(zh: "文件过大", en: "the file is too large")
        case .malformed: Bilingual(zh: "文件格式不符，或内容已被改动", en: "the file is malformed or was changed")
        case .unknownFormat: Bilingual(zh: "不是本版本认识的证据格式", en: "no format of evidence this version knows")
        case .keyInvalid: Bilingual(zh: "公钥无效", en: "the key is not valid")
        case .otherKey: Bilingual(zh: "不是该日志的公钥，或不是所给的公钥", en: "not the key of this log, or not the one given")
        case .noteInvalid: Bilingual(zh: "其中一份不是签署的检查点", en: "one note is no signed checkpoint")
        case .signatureInvalid: Bilingual(zh: "签名不成立", en: "a signature does not hold")
        case .otherOrigin: Bilingual(zh: "其中一份属于另一日志", en: "one note is of another log")
        case .strangeLines: Bilingual(zh: "检查点带有其他密钥的签名行", en: "a note carries lines of other keys")
        case .wrongOrder: Bilingual(zh: "两份检查点的次序不对", en: "the notes are in the wrong order")
        case .sameRoot: Bilingual(zh: "两份检查点属于同一历史，不是分叉", en: "both notes tell of one history; this is no fork")
        case .proofMissing: Bilingual(zh: "长度不同而没有证明", en: "the sizes differ and there is no proof")
        case .proofNeedless: Bilingual(zh: "长度相同，不应带有证明", en: "the sizes are the same; a proof has no place")
        case .proofInvalid: Bilingual(zh: "证明不成立", en: "the proof does not hold")
        }
    }
}
