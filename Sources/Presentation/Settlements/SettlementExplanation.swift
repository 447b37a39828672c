public import Compensation
public import Federation
import TransparencyLog

/// The story of an amount: inputs and where they are recorded, each step with its rule and arithmetic, the transfers,
/// and who has said what about it.
public struct SettlementExplanation: Report {
    let summary: SettlementSummary
    let computation: Computation?

    public init(_ summary: SettlementSummary) {
        self.summary = summary
        computation = summary.computation
    }

    public var json: JSONValue {
        .members([
            ("schema", 1), ("settlement", summary.json),
            ("scheme_digest", computation.map { .string($0.terms.entry.schemeDigest.hex) }),
            ("inputs", computation.map { .array(inputs($0)) }),
            ("steps", computation.map { .array($0.settlement.steps.map(StepWording.json)) }),
            (
                "unverified",
                computation.map { .array($0.settlement.unverified.map { .string($0) }) }
            ),
            (
                "corrections",
                .array(
                    summary.corrections.map { correction in
                        .members([
                            ("place", .string(correction.record.reference.text)),
                            ("author", .string(correction.author.text)),
                            ("endorsed_by", .array(correction.endorsedBy.map { .string($0.text) })),
                            ("reason", .string(correction.record.body.reason)),
                        ])
                    })
            ),
            (
                "cut",
                computation.map { .array($0.cut.map(\.json)) }
            ),
        ])
    }

    public var rowsMember: String? { "steps" }

    private func inputs(_ computation: Computation) -> [JSONValue] {
        zip(computation.settlement.inputs, computation.versions).map { input, version in
            .members([
                ("section", .string(input.reading.section.text)), ("time", .string(input.reading.time.text)),
                ("status", .string(input.reading.status.rawValue)), ("used", .bool(input.used)),
                ("note", .string(input.note.rawValue)),
                ("values", .members(input.reading.values.map { ($0.indicator.code, .string($0.value.text)) })),
                ("recorded_in", .array(version.history.map { .string($0.text) })),
            ])
        }
    }

    public func text(_ language: Language) -> String {
        let settlement = summary.settlement
        var lines = [
            "\(TerminalText.visible(settlement.terms.scheme.title(language)))  \(settlement.key.periodText)  \(summary.state.name(language))"
        ]
        guard let computation else {
            lines.append(SettlementSummary.table([summary], language))
            if let missing = summary.missingComputation { lines.append(missing(language)) }
            return lines.joined(separator: "\n") + "\n"
        }
        lines += ["", Bilingual(zh: "输入", en: "Inputs")(language), inputTable(computation, language)]
        lines += summary.corrections.map { correction(line: $0, language) }
        lines += ["", Bilingual(zh: "步骤", en: "Steps")(language)]
        lines += computation.settlement.steps.flatMap { StepWording.lines($0, language) }
        lines += ["", Bilingual(zh: "结果", en: "Result")(language)]
        let transfers = computation.transfers.map { "  " + summary.describe($0, language) }
        lines += transfers.isEmpty ? ["  " + Bilingual(zh: "无需支付", en: "nothing to pay")(language)] : transfers
        let unverified = computation.settlement.unverified
        if !unverified.isEmpty { lines.append("  " + StepWording.restsOn(unverified, language)) }
        lines += ["", Bilingual(zh: "各方表态", en: "What was said")(language)] + summary.statements(language)
        lines += [
            "",
            Bilingual(zh: "方案 SHA-256  ", en: "scheme SHA-256  ")(language) + computation.terms.entry.schemeDigest.hex,
            Bilingual(zh: "结果 SHA-256  ", en: "result SHA-256  ")(language) + computation.digest.hex,
        ]
        return lines.joined(separator: "\n") + "\n"
    }

    func correction(line correction: CorrectionRecord, _ language: Language) -> String {
        let author = summary.partyName(correction.author, language)
        let endorsers = correction.endorsedBy.map { summary.partyName($0, language) }.joined(separator: ", ")
        let reason = TerminalText.visible(correction.record.body.reason)
        let place = correction.record.reference.text
        return Bilingual(
            zh: "  更正 \(place)（\(author)；确认：\(endorsers.isEmpty ? "无" : endorsers)）：\(reason)",
            en: "  correction \(place) (\(author); endorsed by \(endorsers.isEmpty ? "nobody" : endorsers)): \(reason)")(
                language)
    }

    private func inputTable(_ computation: Computation, _ language: Language) -> String {
        let indicators = Array(
            computation.settlement.inputs.flatMap { $0.reading.values.map(\.indicator) }
                .sorted { $0 < $1 }.reduce(into: [Indicator]()) { if $0.last != $1 { $0.append($1) } })
        let header =
            [Bilingual(zh: "时间", en: "time"), Bilingual(zh: "状态", en: "status")].map { $0(language) }
            + indicators.map(\.code)
            + [Bilingual(zh: "采用", en: "use"), Bilingual(zh: "记录于", en: "recorded in")].map { $0(language) }
        let rows = zip(computation.settlement.inputs, computation.versions).map { input, version in
            [input.reading.time.text, input.reading.status.name(language)]
                + indicators.map { input.reading.value(of: $0)?.text ?? "-" }
                + [input.note.name(language), version.history.map(\.text).joined(separator: " ← ")]
        }
        return TextTable.rendered(header, rightAligned: Array(2..<(2 + indicators.count)), rows: rows)
    }
}
