public import Compensation
public import Federation
import TransparencyLog

/// What `agreements show` tells: each version of an agreement with its terms, who has signed, and its life so far.
public struct AgreementReport: Report {
    let versions: [AgreementTerms]
    let docket: Docket
    let now: Timestamp

    public init(_ versions: [AgreementTerms], docket: Docket, now: Timestamp) {
        self.versions = versions
        self.docket = docket
        self.now = now
    }

    public var json: JSONValue {
        .members([("schema", 1), ("versions", .array(versions.map(json)))])
    }

    public var rowsMember: String? { "versions" }

    private func json(_ terms: AgreementTerms) -> JSONValue {
        let right = docket.draftingRight(terms.entry.parties, terms.scheme)
        let more: [(String, JSONValue?)] = [
            ("title_zh", .string(terms.scheme.title.zh)), ("title_en", .string(terms.scheme.title.en)),
            ("terms", Entry.agreement(terms.entry).fields),
            (
                "sections",
                .array(
                    terms.scheme.sections.map {
                        .members([("section", .string($0.id.text)), ("name", .string($0.name))])
                    })
            ),
            (
                "drafting",
                .members([
                    ("ground", .string(right.ground.rawValue)),
                    ("parties", .array(right.parties.map { .string($0.text) })),
                ])
            ),
            (
                "ends",
                .array(
                    terms.ends.map { end in
                        .members([
                            ("party", .string(end.party.text)),
                            ("last_period", .string(end.record.body.lastPeriod.text)),
                            ("reason", .string(end.record.body.reason)),
                            ("place", .string(end.record.reference.text)),
                        ])
                    })
            ),
        ]
        return .members(AgreementSummary(terms, now: now).members + more)
    }

    public func text(_ language: Language) -> String {
        versions.map { lines($0, language).map(TerminalText.visible).joined(separator: "\n") }
            .joined(separator: "\n\n") + "\n"
    }

    private func name(_ party: PartyCode, _ language: Language) -> String {
        docket.roster.member(party)?.name(language) ?? party.text
    }

    func names(_ parties: [PartyCode], _ language: Language) -> String {
        parties.isEmpty ? "-" : parties.map { name($0, language) }.joined(separator: ", ")
    }

    private func lines(_ terms: AgreementTerms, _ language: Language) -> [String] {
        let entry = terms.entry
        var lines = ["\(entry.agreement.text)  \(terms.scheme.title(language))  \(terms.state(at: now).name(language))"]
        func add(_ zh: String, _ en: String, _ value: String) {
            lines.append("  " + Bilingual(zh: "\(zh)：", en: "\(en): ")(language) + value)
        }
        add("摘要", "digest", terms.digest.hex)
        add("方案", "scheme", entry.schemeDigest.hex)
        if let parent = entry.parentSchemeDigest { add("上位方案", "parent scheme", parent.hex) }
        add("各方", "parties", names(entry.parties, language))
        add("提出", "drafted by", names(terms.draftedBy, language))
        add("已签署", "signed by", names(terms.signedBy, language))
        add("有效期", "valid", "\(entry.validFrom.text) – \(entry.validTo.text)")
        for section in terms.scheme.sections {
            let sources = terms.authority(at: section.id).map { line in
                line.source + (line.needsEndorsement ? Bilingual(zh: "（须对方确认）", en: " (endorsed)")(language) : "")
            }
            let any = Bilingual(zh: "各来源均可", en: "any source")(language)
            add(
                "断面", "section",
                "\(section.name) \(section.id.text)  " + (sources.isEmpty ? any : sources.joined(separator: " > ")))
        }
        for parameter in entry.parameters { add("参数", "parameter", "\(parameter.name.text) = \(parameter.value)") }
        for (duty, value) in AgreementDutyWording.lines(entry.duties) { add(duty.zh, duty.en, value(language)) }
        return lines + life(terms, language)
    }

    func life(_ terms: AgreementTerms, _ language: Language) -> [String] {
        var lines = terms.problems.map { "  ! \($0.code.rawValue)  \($0.message(language))" }
        func add(_ zh: String, _ en: String) { lines.append("  " + Bilingual(zh: zh, en: en)(language)) }
        if let (by, from) = terms.replaced {
            add("自 \(from.text) 起由 \(by.hex.prefix(12)) 替代", "replaced by \(by.hex.prefix(12)) from \(from.text)")
        }
        if let filed = terms.filed {
            add("已备案 \(filed.reference.text)", "on file, \(filed.reference.text)")
        } else if let filing = terms.filing {
            let who = name(filing.party, language)
            add("\(who)已报备 \(filing.record.reference.text)", "handed in by \(who), \(filing.record.reference.text)")
        }
        for end in terms.ends {
            let (who, last) = (name(end.party, language), end.record.body.lastPeriod.text)
            let reason = end.record.body.reason
            add("\(who)同意以 \(last) 为最后核算期：\(reason)", "\(who) agrees that it ends with \(last): \(reason)")
        }
        return lines
    }
}
