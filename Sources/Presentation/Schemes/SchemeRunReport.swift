public import Compensation
public import Federation
public import TransparencyLog

/// What `scheme run` shows: what an agreement would pay for these data, or what is in the way. A trial, recorded
/// nowhere.
public struct SchemeRunReport: Report {
    private let head: SchemeHead
    private let period: Period
    /// Nil where no readings were given.
    private let inputs: SchemeRunInputs?
    private let outcome: SettlementOutcome
    /// Open parameters that were given no value.
    private let stillOpen: [SchemeOutline.Supplied]

    /// `digest` is that of the bytes of the scheme; `supplied` what was given besides readings.
    public init(
        _ scheme: Scheme, digest: ContentDigest, period: Period, inputs: SchemeRunInputs?, supplied: [SuppliedValue],
        outcome: SettlementOutcome
    ) {
        head = SchemeHead(scheme: scheme, digest: digest)
        self.period = period
        self.inputs = inputs
        self.outcome = outcome
        stillOpen = scheme.outline.parameters.filter { parameter in
            !supplied.contains { $0.name.utf8.elementsEqual(parameter.name.utf8) }
        }
    }

    public var isComputed: Bool {
        if case .settled = outcome { true } else { false }
    }

    public var json: JSONValue {
        let members: [(String, JSONValue?)] = [
            ("schema", 1), ("trial", true), ("settled_period", .string(period.text)),
            ("inputs", inputs.map(json)),
        ]
        return .members(members + head.members + result)
    }

    private var result: [(String, JSONValue?)] {
        switch outcome {
        case .settled(let settlement):
            [
                ("steps", .array(settlement.steps.map(StepWording.json))),
                ("transfers", .array(settlement.transfers.map(Self.json))),
                ("unverified", .array(settlement.unverified.map { .string($0) })),
            ]
        case .notComputable(let obstacle):
            [
                (
                    "obstacle",
                    .members([
                        ("code", .string(obstacle.code)), ("message_zh", .string(obstacle.message.zh)),
                        ("message_en", .string(obstacle.message.en)),
                    ])
                ), ("open_parameters", .array(stillOpen.map(SchemeOutlineWording.json))),
            ]
        }
    }

    private func json(_ inputs: SchemeRunInputs) -> JSONValue {
        let counts = notes.map { ($0.note.rawValue, Optional(JSONValue.integer(Int64($0.count)))) }
        return .members([
            ("file", .string(inputs.file)), ("readings", .integer(Int64(inputs.readings))),
            ("repeated", .integer(Int64(inputs.repeated))), ("other_sections", .integer(Int64(inputs.otherSections))),
            ("by_note", .members(counts)),
        ])
    }

    private static func json(_ transfer: Transfer) -> JSONValue {
        .members([
            ("name", .string(transfer.name)), ("article", .string(transfer.article)),
            ("payer", .string(transfer.payer.text)), ("payee", .string(transfer.payee.text)),
            ("amount_fen", .integer(transfer.amount.count)),
        ])
    }

    /// How many of the readings in the period met each end.
    private var notes: [(note: SettlementNote, count: Int)] {
        guard case .settled(let settlement) = outcome else { return [] }
        return SettlementNote.allCases.map { note in (note, settlement.inputs.count { $0.note == note }) }
    }

    public func text(_ language: Language) -> String {
        let title = Bilingual(
            zh: "试算 \(period.text)（不记录，不具效力）", en: "trial of \(period.text) (not recorded, binds nobody)")
        var lines = [title(language)] + head.lines(language)
        if let inputs { lines += ["", Bilingual(zh: "输入", en: "Inputs")(language)] + counts(inputs, language) }
        switch outcome {
        case .settled(let settlement):
            lines += ["", Bilingual(zh: "步骤", en: "Steps")(language)]
            lines += settlement.steps.flatMap { StepWording.lines($0, language) }
            lines += ["", Bilingual(zh: "结果", en: "Result")(language)]
            lines +=
                settlement.transfers.isEmpty
                ? ["  " + Bilingual(zh: "无需支付", en: "nothing to pay")(language)]
                : settlement.transfers.map { "  " + describe($0, language) }
            if !settlement.unverified.isEmpty {
                lines.append("  " + StepWording.restsOn(settlement.unverified, language))
            }
        case .notComputable(let obstacle):
            lines += ["", Bilingual(zh: "不能核算", en: "Not computable")(language)]
            lines.append("  " + TerminalText.visible("\(obstacle.code): \(obstacle.message(language))"))
            if obstacle.code == "parameter-missing" {
                lines.append("  " + Bilingual(zh: "尚未给定的参数：", en: "parameters without a value:")(language))
                lines += stillOpen.map { "    " + SchemeOutlineWording.text($0, language) }
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func counts(_ inputs: SchemeRunInputs, _ language: Language) -> [String] {
        let file = TerminalText.visible(inputs.file)
        let inPeriod = notes.map(\.count).reduce(0, +)
        var lines = [
            Bilingual(
                zh: "\(file)：方案断面的监测数据 \(inputs.readings) 条",
                en: "\(file): \(inputs.readings) readings of the scheme's sections")(
                    language)
        ]
        lines += notes.filter { $0.count > 0 }.map { "  \($0.note.name(language)) \($0.count)" }
        if isComputed, inputs.readings > inPeriod {
            lines.append(
                Bilingual(
                    zh: "  核算期之外 \(inputs.readings - inPeriod)",
                    en: "  outside the period \(inputs.readings - inPeriod)")(
                        language))
        }
        if inputs.repeated > 0 {
            lines.append(
                Bilingual(
                    zh: "  完全重复的行，只算一次 \(inputs.repeated)",
                    en: "  exactly repeated rows, counted once \(inputs.repeated)")(
                        language))
        }
        if inputs.otherSections > 0 {
            lines.append(
                Bilingual(
                    zh: "  其他断面的行，未采用 \(inputs.otherSections)",
                    en: "  rows of other sections, not used \(inputs.otherSections)")(
                        language))
        }
        return lines.map { "  " + $0 }
    }

    private func describe(_ transfer: Transfer, _ language: Language) -> String {
        let payer = head.name(transfer.payer, language)
        let payee = head.name(transfer.payee, language)
        let amount = transfer.amount
        let article = transfer.article.isEmpty ? "" : "  〔\(transfer.article)〕"
        return TerminalText.visible(
            Bilingual(
                zh: "\(payer) → \(payee) \(amount.formattedWanYuan) 万元（\(amount.count) 分）\(article)",
                en: "\(payer) → \(payee) \(amount.formattedYuan) yuan (\(amount.count) fen)\(article)")(language))
    }
}
