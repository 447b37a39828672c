import Compensation
import Federation

/// Reads what operators type about money; what is wrong is told with what was expected.
enum Typed {
    static func amount(_ text: String, _ option: String) throws -> Fen {
        guard let fen = Fen(written: text) else {
            throw CommandFailure(
                zh: "\(option) 的“\(text)”不是金额；请写明单位，精确到分，如 2550万元 或 25500000.00元。",
                en:
                    "“\(text)” for \(option) is no amount; write the unit, to the fen, such as 2550万元 or 25500000.00yuan."
            )
        }
        return fen
    }

    static func year(_ text: String, _ option: String = "YEAR") throws -> Period {
        try period(text, .year, option, zh: "年度，如 2023", en: "a year such as 2023")
    }

    static func day(_ text: String, _ option: String) throws -> Period {
        try period(text, .day, option, zh: "日期，如 2024-06-25", en: "a day such as 2024-06-25")
    }

    /// Refuses a day that has not come yet, by the node's clock in China.
    static func hasCome(_ day: Period, _ option: String, _ now: Timestamp) throws {
        guard let time = now.civilTime, let today = PeriodKind.day.period(containing: time), today.end < day.end else {
            return
        }
        throw CommandFailure(
            zh: "\(option) 的 \(day.text) 晚于今天（\(today.text)）。",
            en: "\(day.text) for \(option) is after today, \(today.text).")
    }

    private static func period(
        _ text: String, _ kind: PeriodKind, _ option: String, zh: String, en: String
    ) throws -> Period {
        guard let period = Period(text), period.kind == kind else {
            throw CommandFailure(zh: "\(option) 的“\(text)”不是\(zh)。", en: "“\(text)” for \(option) is not \(en).")
        }
        return period
    }

    static func party(_ text: String, _ option: String) throws -> PartyCode {
        guard let code = PartyCode(text) else {
            throw CommandFailure(
                zh: "\(option) 的“\(text)”不是六位行政区划代码。", en: "“\(text)” for \(option) is no code of six digits.")
        }
        return code
    }

    static func place(_ text: String) -> EntryReference? {
        let parts = text.split(separator: "#", omittingEmptySubsequences: false)
        guard parts.count == 2, let log = LogOrigin(String(parts[0])), let index = Int(parts[1]), index >= 0 else {
            return nil
        }
        return EntryReference(log: log, index: index)
    }
}
