public import Compensation

/// What can be done at the desk. The raw value is part of the address and of the audit trail.
public enum DeskAct: String, CaseIterable, Sendable {
    case logIn = "log-in"
    case logOut = "log-out"
    case readAudit = "audit"
    case importReadings = "import"
    case correct
    case propose
    case accept
    case object
    case endorse

    /// The one place that says who may do what.
    public func isAllowed(to role: OperatorRole) -> Bool {
        switch self {
        case .logIn, .logOut: true
        case .readAudit: role == .approver || role == .auditor
        case .importReadings, .correct, .propose: role == .clerk
        case .accept, .object, .endorse: role == .approver
        }
    }

    public var name: Bilingual {
        switch self {
        case .logIn: Bilingual(zh: "登录", en: "log in")
        case .logOut: Bilingual(zh: "退出", en: "log out")
        case .readAudit: Bilingual(zh: "操作记录", en: "audit trail")
        case .importReadings: Bilingual(zh: "导入数据", en: "import readings")
        case .correct: Bilingual(zh: "更正数据", en: "correct a reading")
        case .propose: Bilingual(zh: "提议", en: "propose")
        case .accept: Bilingual(zh: "认可", en: "accept")
        case .object: Bilingual(zh: "提出异议", en: "object")
        case .endorse: Bilingual(zh: "确认更正", en: "endorse")
        }
    }

    /// What the button says that shows what would be written.
    var preview: Bilingual { Bilingual(zh: "\(name.zh)（先预览）", en: "Preview: \(name.en)") }

    /// What the button says that carries out what was previewed.
    var confirmation: Bilingual {
        self == .endorse
            ? Bilingual(zh: "确认这项更正", en: "Confirm: endorse it")
            : Bilingual(zh: "确认\(name.zh)", en: "Confirm: \(name.en)")
    }
}
