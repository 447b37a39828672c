import Compensation
import Federation

/// One line of the audit trail, ready to be shown.
public struct AuditRow: Sendable {
    let number: Int
    let at: String
    let who: String
    let role: String
    let act: String
    let subject: String
    let from: String
    let outcome: String
    let detail: String

    /// - Parameters:
    ///   - at: RFC 3339.
    ///   - who: name of the account as it was given; it need not exist.
    ///   - role: raw value of ``OperatorRole``; empty before a log-in.
    ///   - act: raw value of ``DeskAct``, or a word of the command line.
    ///   - from: address of the caller, or `command-line`.
    ///   - outcome: raw value of ``AuditOutcome``.
    public init(
        number: Int, at: String, who: String, role: String, act: String, subject: String, from: String,
        outcome: String, detail: String
    ) {
        self.number = number
        self.at = at
        self.who = who
        self.role = role
        self.act = act
        self.subject = subject
        self.from = from
        self.outcome = outcome
        self.detail = detail
    }

    var json: JSONValue {
        .members([
            ("number", .integer(Int64(number))), ("at", .string(at)), ("operator", .string(who)),
            ("role", role.isEmpty ? nil : .string(role)), ("act", .string(act)),
            ("subject", subject.isEmpty ? nil : .string(subject)), ("from", .string(from)),
            ("outcome", .string(outcome)), ("detail", detail.isEmpty ? nil : .string(detail)),
        ])
    }

    private var actName: Bilingual? {
        switch act {
        case "log-in-lock": Bilingual(zh: "登录锁定", en: "lock log-ins")
        case "operators-add": Bilingual(zh: "登记人员", en: "add an operator")
        case "operators-reset": Bilingual(zh: "更换凭证", en: "give new secrets")
        case "operators-disable": Bilingual(zh: "停用人员", en: "disable an operator")
        default: DeskAct(rawValue: act)?.name
        }
    }

    /// Number, time, who, role, act, subject, from where, outcome.
    func cells(_ language: Language) -> [String] {
        [
            "\(number)", at.prefix(10) + " " + at.dropFirst(11).prefix(8), TerminalText.visible(who),
            OperatorRole(rawValue: role)?.name(language) ?? role, actName?(language) ?? act,
            TerminalText.visible(subject), from, AuditOutcome(rawValue: outcome)?.name(language) ?? outcome,
        ]
    }

    static let titles = [
        Bilingual(zh: "序号", en: "no."), Bilingual(zh: "时间", en: "time"), Bilingual(zh: "人员", en: "operator"),
        Bilingual(zh: "角色", en: "role"), Bilingual(zh: "事项", en: "act"), Bilingual(zh: "对象", en: "subject"),
        Bilingual(zh: "来自", en: "from"), Bilingual(zh: "结果", en: "outcome"),
    ]
}
