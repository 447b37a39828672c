import Compensation
import Federation

extension SettlementPolicy.Mode {
    init(_ key: String, _ reader: inout ConfigurationReader) throws {
        self = try reader.parsed(key, expected: Bilingual(zh: "automatic 或 operator", en: "automatic or operator")) {
            SettlementPolicy.Mode(rawValue: $0)
        }
    }
}

extension SettlementPolicy {
    /// The section `settlements` of `node.yaml`: `proposing` and `accepting` for all agreements, under `agreements`
    /// what differs for one of them, and `objection_working_days` for agreements without a window of their own.
    init(_ reader: inout ConfigurationReader) throws {
        let proposing = try Mode("proposing", &reader)
        let accepting = try Mode("accepting", &reader)
        var days: Int?
        if reader.keys.contains("objection_working_days") {
            days = try reader.parsed(
                "objection_working_days", expected: Bilingual(zh: "1 至 365 的整数", en: "a whole number from 1 to 365")
            ) { Int($0).flatMap { (1...365).contains($0) ? $0 : nil } }
        }
        var exceptions: [Exception] = []
        if var section = try reader.optionalSection("agreements") {
            for key in section.keys {
                guard let agreement = AgreementID(key) else {
                    throw section.problem(
                        key, zh: "协议标识只能用小写字母、数字和 -", en: "an agreement has lower-case letters, digits and -")
                }
                var entry = try section.section(key)
                exceptions.append(
                    Exception(
                        agreement: agreement,
                        proposing: entry.keys.contains("proposing") ? try Mode("proposing", &entry) : proposing,
                        accepting: entry.keys.contains("accepting") ? try Mode("accepting", &entry) : accepting))
                try entry.finish()
            }
            try section.finish()
        }
        self.init(
            proposing: proposing, accepting: accepting, objectionWorkingDays: days, exceptions: exceptions)
    }
}
