public import Compensation
public import Federation

/// What is wrong with a bundle file and what to do.
public enum BundleProblemWording {
    public static func text(_ problem: BundleProblem) -> Bilingual {
        let text = text(problem.code)
        guard !problem.detail.isEmpty else { return text }
        let detail = TerminalText.visible(problem.detail)
        return Bilingual(zh: "\(text.zh)（\(detail)）", en: "\(text.en) (\(detail))")
    }

    private static func text(_ code: BundleProblem.Code) -> Bilingual {
        switch code {
        case .notABundle: Bilingual(zh: "不是本版本认识的日志包", en: "not a bundle of a version known here")
        case .headerInvalid: Bilingual(zh: "文件头无效", en: "the header is not valid")
        case .otherRecipient: Bilingual(zh: "这是给另一个节点的日志包", en: "this bundle is for another node")
        case .truncated: Bilingual(zh: "文件不完整，请重新拷贝", en: "the file is cut off; copy it again")
        case .resourceUnexpected: Bilingual(zh: "内容与文件头不符", en: "the content is not what the header announces")
        case .resourceTooLong: Bilingual(zh: "其中一项超过允许的长度", en: "a resource is longer than allowed")
        case .trailingBytes: Bilingual(zh: "末尾有多余内容", en: "something follows after the end")
        case .digestDiffers: Bilingual(zh: "文件在传递中损坏，请重新拷贝", en: "damaged on the way; copy it again")
        case .checkpointDiffers: Bilingual(zh: "检查点与文件头不符", en: "a checkpoint is not the one the header announces")
        }
    }
}
