import Compensation
import Federation
import Presentation

/// Registering sections and looking at them.
struct SectionDesk {
    let node: Node

    func show(_ name: String) async throws -> SectionReport {
        let view = await node.view
        return SectionReport(try Self.find(name, in: view), docket: view.docket, now: view.desk.now)
    }

    func readings(_ name: String, period text: String?) async throws -> SectionReadings {
        let period = try text.map { text in
            guard let period = Period(text) else { throw AgreementDraft.refused("--period", text) }
            return period
        }
        let view = await node.view
        return SectionReadings(try Self.find(name, in: view).body, period: period, docket: view.docket)
    }

    func add(_ form: OperatorCommand.SectionForm) async throws -> ActionReceipt {
        let entry = try Self.entry(form)
        return try await node.say(dryRun: form.dryRun) { view in
            guard view.member.role == .centre || [entry.upstream, entry.downstream].contains(view.member.code) else {
                throw CommandFailure(
                    zh: "本节点既不是断面 \(form.nameZh) 的上游或下游方，也不是中央节点，不能登记。",
                    en:
                        "This node is neither up- nor downstream of \(form.nameEn), nor the centre; it cannot register it."
                )
            }
            let standing = view.docket.sections.standing.first { $0.body.section == entry.section }
            if let standing, Entry.section(standing.body).saysTheSame(as: .section(entry)) {
                return (
                    Bilingual(
                        zh: "断面 \(form.nameZh) 早已如此登记。", en: "Section \(form.nameEn) is registered so already."), []
                )
            }
            if let standing, !view.docket.sections.gives(entry, by: view.member, wayOver: standing) {
                throw Self.taken("\(entry.section.text)", standing, view)
            }
            try Self.requireFreeNames(entry, view)
            return (
                Bilingual(zh: "断面 \(form.nameZh) 已登记。", en: "Section \(form.nameEn) registered."),
                [Draft(channel: .common, entry: .section(entry))]
            )
        }
    }

    /// - Throws: `CommandFailure` where none or several go by the name.
    static func section(_ name: String, in view: NodeView) throws -> SectionID {
        try find(name, in: view).body.section
    }

    /// By identifier, name or alias.
    private static func find(_ name: String, in view: NodeView) throws -> EntryRecord<SectionEntry> {
        let found = view.docket.sections.sections(named: name, near: view.member.code).map(\.section)
        let records = view.docket.sections.standing.filter { found.contains($0.body.section) }
        if let only = records.first(where: { $0.body.section.text == name }) ?? records.first,
            records.count == 1 || only.body.section.text == name
        {
            return only
        }
        let known = records.map(\.body.section.text).joined(separator: ", ")
        throw CommandFailure(
            zh: records.isEmpty ? "没有登记断面“\(name)”。" : "“\(name)”指多个断面，请写明标识：\(known)",
            en: records.isEmpty
                ? "no section “\(name)” is registered." : "“\(name)” is several sections; name one: \(known)")
    }

    /// Another member's section on the same river keeps its names.
    private static func requireFreeNames(_ entry: SectionEntry, _ view: NodeView) throws {
        for name in [entry.name(.zh), entry.name(.en)] + entry.aliases {
            let others = view.docket.sections.sections(named: name).map(\.section)
            let rival = view.docket.sections.standing.first { record in
                others.contains(record.body.section) && record.body.section != entry.section
                    && record.body.river == entry.river && record.reference.log.node != view.member.node
            }
            if let rival { throw taken(name, rival, view) }
        }
    }

    private static func taken(
        _ what: String, _ standing: EntryRecord<SectionEntry>, _ view: NodeView
    ) -> CommandFailure {
        let owner = view.docket.roster.member(standing.reference.log.node)?.name
        let place = standing.reference.text
        return CommandFailure(
            zh: "“\(what)”已由\(owner?.zh ?? place)登记为断面 \(standing.body.section.text)（\(place)），不能由本方改动；请与其商定或另取名称。",
            en:
                "“\(what)” is section \(standing.body.section.text), registered by \(owner?.en ?? place) (\(place)), and not changed by this node; agree with them or take another name."
        )
    }

    private static func entry(_ form: OperatorCommand.SectionForm) throws -> SectionEntry {
        func refused(_ option: String, _ value: String) -> CommandFailure { AgreementDraft.refused(option, value) }
        func chosen<T>(_ option: String, _ text: String?, _ parse: (String) -> T?) throws -> T? {
            guard let text else { return nil }
            guard let value = parse(text) else { throw refused(option, text) }
            return value
        }
        guard let section = SectionID(form.id) else { throw refused("--id", form.id) }
        guard let body = BodyType(rawValue: form.bodyType) else { throw refused("--body", form.bodyType) }
        guard let level = ControlLevel(rawValue: form.controlLevel) else {
            throw refused("--control", form.controlLevel)
        }
        guard let upstream = PartyCode(form.upstream) else { throw refused("--upstream", form.upstream) }
        guard let downstream = PartyCode(form.downstream) else { throw refused("--downstream", form.downstream) }
        return SectionEntry(
            section: section, name: Bilingual(zh: form.nameZh, en: form.nameEn), aliases: form.aliases,
            river: form.river, basin: form.basin, bodyType: body, controlLevel: level, upstream: upstream,
            downstream: downstream, targets: try form.targets.map(target),
            flow: try chosen("--flow", form.flow) { FlowDirection(rawValue: $0) },
            bank: try chosen("--bank", form.bank) { RiverBank(rawValue: $0) },
            rightBank: try chosen("--right-bank", form.rightBank) { PartyCode($0) },
            suspensions: try form.suspensions.map(suspension))
    }

    /// `2024=Ⅱ`.
    private static func target(_ text: String) throws -> SectionTarget {
        let halves = text.split(separator: "=", maxSplits: 1).map(String.init)
        guard halves.count == 2, let from = Period(halves[0]), let quality = WaterClass(symbol: halves[1]) else {
            throw AgreementDraft.refused("--target", text)
        }
        return SectionTarget(from: from, quality: quality)
    }

    /// `2024-03..2024-04-15=施工`.
    private static func suspension(_ text: String) throws -> SectionSuspension {
        let halves = text.split(separator: "=", maxSplits: 1).map(String.init)
        guard halves.count == 2, let dots = halves[0].firstRange(of: ".."),
            let from = Period(String(halves[0][..<dots.lowerBound])),
            let to = Period(String(halves[0][dots.upperBound...])),
            let suspension = SectionSuspension(from: from, to: to, reason: halves[1])
        else { throw AgreementDraft.refused("--suspended", text) }
        return suspension
    }
}
