public import Compensation
public import Federation

/// One thing that `doctor` has looked at.
public struct Examination: Sendable {
    /// What was looked at; the words are explained in `docs/status.md`.
    public enum Area: String, CaseIterable, Sendable {
        case configuration
        case node
        case disk
        case files
        case store
        case views
        case clock
        case certificate
        case peer
        case proofs

        public var name: Bilingual {
            switch self {
            case .configuration: Bilingual(zh: "配置", en: "configuration")
            case .node: Bilingual(zh: "节点", en: "node")
            case .disk: Bilingual(zh: "磁盘", en: "disk")
            case .files: Bilingual(zh: "文件权限", en: "file modes")
            case .store: Bilingual(zh: "日志数据库", en: "log database")
            case .views: Bilingual(zh: "查询库", en: "views")
            case .clock: Bilingual(zh: "时钟", en: "clock")
            case .certificate: Bilingual(zh: "证书", en: "certificate")
            case .peer: Bilingual(zh: "邻居", en: "peer")
            case .proofs: Bilingual(zh: "检查点证明", en: "checkpoint proofs")
            }
        }
    }

    public enum Result: String, CaseIterable, Sendable {
        case ok
        case attention
        case broken

        public var name: Bilingual {
            switch self {
            case .ok: Bilingual(zh: "正常", en: "ok")
            case .attention: Bilingual(zh: "注意", en: "attention")
            case .broken: Bilingual(zh: "异常", en: "broken")
            }
        }
    }

    public let area: Area
    public let result: Result
    /// A file, a peer, a log; empty where the area says it all.
    public let subject: String
    public let finding: Bilingual
    public let advice: Bilingual?
    /// Whether it speaks against the data, not only against a way to it.
    public let isIntegrity: Bool

    public init(
        _ area: Area, _ result: Result, subject: String = "", _ finding: Bilingual, advice: Bilingual? = nil,
        isIntegrity: Bool = false
    ) {
        self.area = area
        self.result = result
        self.subject = subject
        self.finding = finding
        self.advice = advice
        self.isIntegrity = isIntegrity
    }

    /// In the words of the health catalogue.
    public init(
        _ area: Area, _ code: ConditionCode, subject: String, detail: String = "", explanation: Bilingual? = nil
    ) {
        let text = code.text
        let words = explanation ?? Bilingual(zh: detail, en: detail)
        let (zh, en) = (words.zh.isEmpty ? "" : "（\(words.zh)）", words.en.isEmpty ? "" : " (\(words.en))")
        self.init(
            area, code.severity >= .error ? .broken : .attention, subject: subject,
            Bilingual(zh: "\(code.rawValue) \(text.zh)\(zh)", en: "\(code.rawValue) \(text.en)\(en)"),
            advice: code.advice, isIntegrity: code.severity == .integrity)
    }

    var json: JSONValue {
        .members([
            ("area", .string(area.rawValue)), ("result", .string(result.rawValue)),
            ("subject", subject.isEmpty ? nil : .string(subject)), ("finding_zh", .string(finding.zh)),
            ("finding_en", .string(finding.en)), ("advice_zh", advice.map { .string($0.zh) }),
            ("advice_en", advice.map { .string($0.en) }),
        ])
    }
}
