public import Compensation
public import Federation
import TransparencyLog

/// What `sections show` tells of one section, and which agreements rest on it.
public struct SectionReport: Report {
    private let record: EntryRecord<SectionEntry>
    let docket: Docket
    private let now: Timestamp

    public init(_ record: EntryRecord<SectionEntry>, docket: Docket, now: Timestamp) {
        self.record = record
        self.docket = docket
        self.now = now
    }

    var section: SectionEntry { record.body }

    var agreements: [AgreementTerms] {
        docket.agreements.terms.filter { terms in
            terms.inForce && terms.scheme.sections.contains { $0.id == section.section }
        }
    }

    var target: WaterClass? { now.civilTime.flatMap { section.target(at: $0) } }
    var suspension: SectionSuspension? { now.civilTime.flatMap { section.suspension(at: $0) } }

    public var json: JSONValue {
        .members([
            ("schema", 1), ("section", Entry.section(section).fields),
            ("registered_at", .string(record.reference.text)),
            ("target_now", target.map { .string($0.symbol) }), ("suspended_now", suspension.map { .string($0.reason) }),
            ("sources", .array(docket.readings.sources(of: section.section).map { .string($0) })),
            (
                "agreements",
                .array(
                    agreements.map { terms in
                        .members([
                            ("agreement", .string(terms.entry.agreement.text)),
                            ("agreement_digest", .string(terms.digest.hex)),
                            (
                                "authority",
                                .array(terms.authority(at: section.section).map { .string($0.source) })
                            ),
                        ])
                    })
            ),
        ])
    }

    public func text(_ language: Language) -> String {
        var lines = ["\(section.section.text)  \(TerminalText.visible(section.name(language)))"]
        func add(_ zh: String, _ en: String, _ value: String) {
            lines.append("  " + Bilingual(zh: "\(zh)：", en: "\(en): ")(language) + TerminalText.visible(value))
        }
        func member(_ code: PartyCode) -> String { docket.roster.member(code)?.name(language) ?? code.text }
        if !section.aliases.isEmpty { add("别名", "also called", section.aliases.joined(separator: ", ")) }
        add("河流", "river", section.river + Punctuation.aside(section.basin, language))
        add("类型", "body", section.bodyType.name(language))
        add("级别", "control", section.controlLevel.rawValue)
        add("上游", "upstream", member(section.upstream))
        add("下游", "downstream", member(section.downstream))
        add("水流", "flow", (section.flow ?? .oneWay).name(language))
        if let bank = section.bank { add("岸别", "bank", bank.name(language)) }
        if let right = section.rightBank { add("右岸", "right bank", member(right)) }
        for target in section.targets { add("目标", "target", "\(target.from.text)  \(target.quality.symbol)") }
        for suspension in section.suspensions {
            add("暂停考核", "suspended", "\(suspension.from.text) – \(suspension.to.text)  \(suspension.reason)")
        }
        if let target { add("现行目标", "target now", target.symbol) }
        if let suspension { add("现已暂停", "suspended now", suspension.reason) }
        add("数据来源", "sources", docket.readings.sources(of: section.section).joined(separator: ", "))
        for terms in agreements {
            let sources = terms.authority(at: section.section).map(\.source)
            let any = Bilingual(zh: "各来源均可", en: "any source")(language)
            add(
                "协议", "agreement",
                "\(terms.entry.agreement.text)  \(sources.isEmpty ? any : sources.joined(separator: " > "))")
        }
        add("登记", "registered", record.reference.text)
        return lines.joined(separator: "\n") + "\n"
    }
}
