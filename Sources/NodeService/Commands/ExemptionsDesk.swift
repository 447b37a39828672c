import Compensation
import Federation
import Presentation
import TransparencyLog

/// Asking for exemptions and deciding on them.
struct ExemptionsDesk {
    let node: Node

    func list() async -> ExemptionList {
        let view = await node.view
        let computer = SettlementComputer(view.docket)
        let exemptions = view.docket.agreements.terms.filter(\.inForce).flatMap { terms in
            Self.periods(terms, view).flatMap { computer.exemptions(for: terms, $0) }
        }
        return ExemptionList(exemptions, roster: view.docket.roster)
    }

    private static func periods(_ terms: AgreementTerms, _ view: NodeView) -> [Period] {
        var periods: [Period] = []
        for period in view.docket.exemptions.requests(under: terms.digest).map(\.record.body.key.period)
        where !periods.contains(period) {
            periods.append(period)
        }
        return periods.sorted()
    }

    func request(_ form: SettlementCommand.ExemptionForm, dryRun: Bool) async throws -> ActionReceipt {
        guard (1...2000).contains(form.reason.utf8.count) else {
            throw CommandFailure(zh: "须写明理由（不超过 2000 字节）。", en: "A reason is needed, at most 2000 bytes.")
        }
        let facts = try form.facts.map { try SuppliedSetting.read("\($0)=yes") }
        guard (1...ExemptionRequestEntry.mostFacts).contains(facts.count) else {
            throw CommandFailure(
                zh: "须以 --fact 指明方案中表示免除的事实，1 至 \(ExemptionRequestEntry.mostFacts) 项。",
                en: "Name the facts of the scheme that exempt with --fact, 1 to \(ExemptionRequestEntry.mostFacts).")
        }
        return try await node.say(dryRun: dryRun) { view in
            let settlement = try SettlementsDesk.find(form.agreement, form.period, digest: form.digest, in: view)
            try SettlementsDesk.requireParty(settlement, view)
            try Self.requireConditions(facts, settlement)
            let names = facts.map { FactName(name: $0.name, arguments: $0.arguments) }
            let entry = ExemptionRequestEntry(key: settlement.key, reason: form.reason, facts: names)
            let known = SettlementComputer(view.docket).exemptions(for: settlement.terms, settlement.key.period)
            guard
                !known.contains(where: {
                    $0.party == view.member.code
                        && Entry.exemptionRequest($0.request.body).saysTheSame(as: .exemptionRequest(entry))
                })
            else { return (Bilingual(zh: "本方早已如此申请。", en: "This party has requested just that already."), []) }
            return (
                Bilingual(
                    zh: "申请免除；经财政和生态环境部门均审核同意后生效。",
                    en: "Exemption requested; it counts when finance and environment have both approved."),
                [Draft(channel: settlement.terms.entry.channel, entry: .exemptionRequest(entry))]
            )
        }
    }

    private static func requireConditions(_ facts: [SuppliedValue], _ settlement: SettlementCase) throws {
        let scheme = settlement.terms.scheme
        if let obstacle = scheme.obstacle(toSupplying: settlement.terms.entry.supplied + facts) {
            let possible = scheme.outline.facts.filter { $0.unit == "condition" }.map(\.text).joined(separator: ", ")
            throw CommandFailure(
                zh: "\(obstacle.code)：\(obstacle.message.zh)方案中的条件：\(possible.isEmpty ? "无" : possible)",
                en:
                    "\(obstacle.code): \(obstacle.message.en) Conditions of the scheme: \(possible.isEmpty ? "none" : possible)"
            )
        }
    }

    func decide(_ place: String, _ office: String, refuse: Bool, dryRun: Bool) async throws -> ActionReceipt {
        guard let office = ExemptionApprovalEntry.Office(rawValue: office) else {
            throw CommandFailure(
                zh: "--office 的值“\(office)”无效，应为 finance 或 environment。",
                en: "“\(office)” is not valid for --office, expected finance or environment.")
        }
        return try await node.say(dryRun: dryRun) { view in
            let (terms, exemption) = try Self.find(place, view)
            let channel = try Self.channel(office, terms, view)
            let decision: ExemptionApprovalEntry.Decision = refuse ? .refused : .approved
            guard exemption.word(of: office)?.body.decision != decision else {
                return (Bilingual(zh: "早已如此审核。", en: "This office has said so already."), [])
            }
            let entry = ExemptionApprovalEntry(
                request: exemption.request.reference, office: office, decision: decision)
            let name = office.name
            return (
                refuse
                    ? Bilingual(zh: "\(name.zh)不同意免除。", en: "Refused by \(name.en).")
                    : Bilingual(
                        zh: "\(name.zh)同意免除；两部门均同意后生效。",
                        en: "Approved by \(name.en); it counts when both offices have approved."),
                [Draft(channel: channel, entry: .exemptionApproval(entry))]
            )
        }
    }

    private static func find(_ place: String, _ view: NodeView) throws -> (AgreementTerms, Exemption) {
        let computer = SettlementComputer(view.docket)
        for terms in view.docket.agreements.terms where terms.inForce {
            for period in periods(terms, view) {
                let known = computer.exemptions(for: terms, period)
                if let found = known.first(where: { $0.request.reference.text == place }) { return (terms, found) }
            }
        }
        throw CommandFailure(
            zh: "\(place) 没有免除申请；查看 tongzhou exemptions",
            en: "no request for an exemption at \(place); see tongzhou exemptions")
    }

    /// Where this node speaks for the office; a node that does not hold the office is refused.
    private static func channel(
        _ office: ExemptionApprovalEntry.Office, _ terms: AgreementTerms, _ view: NodeView
    ) throws -> ChannelName {
        if let holder = terms.holder(of: office) {
            if holder == view.member.code { return terms.entry.channel }
        } else if view.member.role == .centre {
            return .central
        }
        throw CommandFailure(
            zh: "本节点不代表该协议的\(office.name.zh)，不能审核。",
            en: "This node does not speak for \(office.name.en) under this agreement and cannot decide.")
    }
}
