import Compensation
import Federation

/// Says who has to do what by when.
enum DutyWording {
    static func json(_ duty: SettlementDuty, now: Timestamp?) -> JSONValue {
        .members([
            ("party", .string(duty.party.text)), ("act", .string(duty.act.rawValue)),
            ("by", duty.by.map { .string($0.text) }),
            ("overdue", duty.by.map { _ in .bool(isOverdue(duty, now)) }),
            ("subject", duty.subject.isEmpty ? nil : .string(duty.subject)),
        ])
    }

    /// `重庆市：认可或提出异议，2021-05-27 前`
    static func text(_ duty: SettlementDuty, name: String, now: Timestamp?, _ language: Language) -> String {
        let subject = duty.subject.isEmpty ? "" : " \(TerminalText.visible(duty.subject))"
        let act = duty.act.name(language)
        guard let by = duty.by else {
            return Bilingual(zh: "\(name)：\(act)\(subject)", en: "\(name): \(act)\(subject)")(language)
        }
        return isOverdue(duty, now)
            ? Bilingual(
                zh: "\(name)：\(act)\(subject)，期限 \(by.text) 已过", en: "\(name): \(act)\(subject), was due by \(by.text)")(
                    language)
            : Bilingual(
                zh: "\(name)：\(act)\(subject)，\(by.text) 前（含当日）", en: "\(name): \(act)\(subject), by \(by.text)")(
                    language)
    }

    private static func isOverdue(_ duty: SettlementDuty, _ now: Timestamp?) -> Bool {
        now?.civilTime.map(duty.isOverdue) ?? false
    }
}
