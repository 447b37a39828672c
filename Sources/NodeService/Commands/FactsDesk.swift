import Compensation
import Federation
import Presentation
import TransparencyLog

/// Stating, endorsing and listing supplied values.
struct FactsDesk {
    let node: Node

    func list(_ agreement: String, _ period: String, digest: String?) async throws -> FactList {
        let view = await node.view
        let settlement = try SettlementsDesk.find(agreement, period, digest: digest, in: view)
        return FactList(
            settlement, facts: SettlementComputer(view.docket).facts(for: settlement.terms, settlement.key.period),
            roster: view.docket.roster)
    }

    func state(_ form: SettlementCommand.FactsForm, dryRun: Bool) async throws -> ActionReceipt {
        guard (1...256).contains(form.source.utf8.count) else {
            throw CommandFailure(zh: "须写明数据来源（不超过 256 字节）。", en: "The source is needed, at most 256 bytes.")
        }
        let typed = try form.settings.map(SuppliedSetting.read)
        let values = try (form.file.map { try FactsFile.read($0) } ?? []) + typed
        guard !values.isEmpty else {
            throw CommandFailure(
                zh: "没有给出任何数值：--set '名称=值' 或 --file", en: "No value is given: --set 'NAME=VALUE' or --file")
        }
        return try await node.say(dryRun: dryRun) { view in
            let settlement = try SettlementsDesk.find(form.agreement, form.period, digest: form.digest, in: view)
            try SettlementsDesk.requireParty(settlement, view)
            try Self.requireSound(values, settlement.terms)
            let terms = settlement.terms
            let computer = SettlementComputer(view.docket)
            let known = computer.facts(for: terms, settlement.key.period)
            let seen = computer.seen(in: terms, by: view.member.code)
            let stated = values.map(StatedValue.init).filter { fact in
                let mine = known.first { $0.name == fact.name }?.latest.first { $0.party == view.member.code }
                return mine.map { !$0.value.sameBytes(as: fact.value) } ?? true
            }.sorted { $0.name < $1.name }
            let drafts = stride(from: 0, to: stated.count, by: FactsEntry.mostValues).map { start in
                let part = stated[start..<min(start + FactsEntry.mostValues, stated.count)]
                return Draft(
                    channel: terms.entry.channel,
                    entry: .facts(FactsEntry(key: settlement.key, source: form.source, values: Array(part), seen: seen))
                )
            }
            return stated.isEmpty
                ? (Bilingual(zh: "本方早已如此填报。", en: "This party has stated all of this already."), [])
                : (
                    Bilingual(
                        zh: "填报核定数据 \(stated.count) 项；各方填报一致或确认后采用。",
                        en:
                            "\(stated.count) values stated; they count once every party has said the same or endorsed them."
                    ),
                    drafts
                )
        }
    }

    /// A value that the scheme does not ask for, in another form, or that the agreement fixes, would never count.
    private static func requireSound(_ values: [SuppliedValue], _ terms: AgreementTerms) throws {
        guard let obstacle = terms.scheme.obstacle(toSupplying: terms.entry.supplied + values) else { return }
        throw CommandFailure(
            zh: "\(obstacle.code)：\(obstacle.message.zh)", en: "\(obstacle.code): \(obstacle.message.en)")
    }

    /// Endorses the statement at `place`; without a place the only one that waits.
    func endorse(_ place: String?, dryRun: Bool) async throws -> ActionReceipt {
        try await node.say(dryRun: dryRun) { view in
            let waiting = Self.waiting(view)
            let chosen = place.map { place in waiting.filter { $0.statement.text == place } } ?? waiting
            if let place, chosen.isEmpty {
                throw CommandFailure(
                    zh: "\(place) 没有等待本方确认的核定数据。", en: "No facts at \(place) wait for this party.")
            }
            guard let first = chosen.first else {
                return (Bilingual(zh: "没有等待确认的核定数据。", en: "No facts are waiting."), [])
            }
            guard chosen.allSatisfy({ $0.statement == first.statement }) else {
                let places = chosen.map(\.statement.text).joined(separator: ", ")
                throw CommandFailure(
                    zh: "有多处核定数据等待确认，请逐一核对并指明：\(places)",
                    en: "several statements wait; check each and name it: \(places)")
            }
            let statement = view.docket.facts.statements(under: first.terms.digest)
                .first { $0.record.reference == first.statement }
            try Self.requireSound(
                statement?.record.body.values.map(\.supplied) ?? [], first.terms)
            let seen = SettlementComputer(view.docket).seen(in: first.terms, by: view.member.code)
            let entry = FactsEndorsementEntry(facts: first.statement, seen: seen)
            return (
                Bilingual(zh: "确认核定数据 \(first.statement.text)。", en: "Endorsed \(first.statement.text)."),
                [Draft(channel: first.statement.log.channel, entry: .factsEndorsement(entry))]
            )
        }
    }

    /// Statements of others that would settle a value this party has still to answer, each once, in order of place.
    private static func waiting(_ view: NodeView) -> [(statement: EntryReference, terms: AgreementTerms)] {
        let me = view.member.code
        let computer = SettlementComputer(view.docket)
        var result: [(statement: EntryReference, terms: AgreementTerms)] = []
        for terms in view.docket.agreements.terms where terms.inForce && terms.entry.parties.contains(me) {
            var periods: [Period] = []
            for said in view.docket.facts.statements(under: terms.digest)
            where !periods.contains(said.record.body.key.period) {
                periods.append(said.record.body.key.period)
            }
            for fact in periods.flatMap({ computer.facts(for: terms, $0) }) where fact.waits(for: me) {
                let mine = fact.latest.first { $0.party == me }?.value
                for word in fact.latest
                where word.party != me && mine.map({ !$0.sameBytes(as: word.value) }) ?? true
                    && !result.contains(where: { $0.statement == word.statement })
                {
                    result.append((word.statement, terms))
                }
            }
        }
        return result.sorted { $0.statement < $1.statement }
    }
}
