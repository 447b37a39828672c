public import Compensation
public import Federation

/// What `incidents list` shows: notices, and what the centre ruled on each.
public struct IncidentList: Report {
    private let docket: Docket

    public init(_ docket: Docket) { self.docket = docket }

    private func rulings(_ incident: PartyRecord<IncidentEntry>) -> [EntryRecord<IncidentRulingEntry>] {
        docket.centre.standingRulings.filter { $0.body.incident == incident.record.reference }
    }

    public var json: JSONValue {
        .members([
            ("schema", 1),
            (
                "incidents",
                .array(
                    docket.incidents.incidents.map { incident in
                        let notice = incident.record.body
                        return .members([
                            ("entry", .string(incident.record.reference.text)),
                            ("author", .string(incident.party.text)),
                            ("section", .string(notice.section.text)), ("occurred", .string(notice.occurred.text)),
                            ("description", .string(notice.description)),
                            ("affected", .array(notice.affected.map { .string($0.text) })),
                            (
                                "rulings",
                                .array(
                                    rulings(incident).map { ruling in
                                        .members([
                                            ("entry", .string(ruling.reference.text)),
                                            ("party", .string(ruling.body.party.text)),
                                            ("basin", .string(ruling.body.basin)),
                                            ("year", .string(ruling.body.year.text)),
                                            ("cancels", .array(ruling.body.cancels.map { .string($0.rawValue) })),
                                            ("deduction_fen", .integer(ruling.body.deduction.count)),
                                            ("reason", .string(ruling.body.reason)),
                                        ])
                                    })
                            ),
                        ])
                    })
            ),
        ])
    }

    public var rowsMember: String? { "incidents" }

    public func text(_ language: Language) -> String {
        let incidents = docket.incidents.incidents
        guard !incidents.isEmpty else {
            return Bilingual(zh: "没有突发事件通报。", en: "No notices of incidents.")(language) + "\n"
        }
        return incidents.map { incident in
            let notice = incident.record.body
            let affected = notice.affected.map { name($0, language) }.joined(separator: ", ")
            let head = Bilingual(
                zh:
                    "\(incident.record.reference.text) \(name(incident.party, .zh))通报：\(notice.section.text) \(notice.occurred.text)",
                en:
                    "\(incident.record.reference.text) \(name(incident.party, .en)) notices: \(notice.section.text) \(notice.occurred.text)"
            )
            let whom = Bilingual(zh: "可能受影响：", en: "may be affected: ")
            let lines =
                [head(language), "  " + TerminalText.visible(notice.description)]
                + (affected.isEmpty ? [] : ["  " + whom(language) + affected])
                + rulings(incident).map { "  " + wording($0)(language) }
            return lines.joined(separator: "\n") + "\n"
        }.joined()
    }

    private func name(_ code: PartyCode, _ language: Language) -> String {
        TerminalText.visible(docket.roster.name(of: code)(language))
    }

    private func wording(_ record: EntryRecord<IncidentRulingEntry>) -> Bilingual {
        let ruling = record.body
        let zh = ruling.cancels.map { $0 == .awards ? "取消年度奖励" : "取消核算奖励" }
        let en = ruling.cancels.map { $0 == .awards ? "awards cancelled" : "rewards cancelled" }
        let amount = ruling.deduction.formattedWanYuan
        let reason = TerminalText.visible(ruling.reason)
        let basin = TerminalText.visible(ruling.basin)
        return Bilingual(
            zh: "裁定 \(record.reference.text)：\(name(ruling.party, .zh)) \(basin) \(ruling.year.text) "
                + (zh + ["扣减 \(amount) 万元"]).joined(separator: "，") + "；\(reason)",
            en: "ruling \(record.reference.text): \(name(ruling.party, .en)), \(basin) \(ruling.year.text), "
                + (en + ["deduction \(ruling.deduction.formattedYuan) yuan"]).joined(separator: ", ") + "; \(reason)")
    }
}
