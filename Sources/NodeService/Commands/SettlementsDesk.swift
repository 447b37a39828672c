import Compensation
import Federation
import Presentation
import TransparencyLog

/// Listing settlements; proposing and accepting by an operator's word.
struct SettlementsDesk {
    let node: Node

    func list(_ agreement: String?) async throws -> SettlementList {
        let view = await node.view
        let cases = view.desk.cases.filter { agreement == nil || $0.key.agreement.text == agreement }
        return SettlementList(try view.summaries(cases))
    }

    func show(_ agreement: String, _ period: String, digest: String?) async throws -> SettlementPage {
        let view = await node.view
        return Self.page(of: try view.summary(Self.find(agreement, period, digest: digest, in: view)), in: view)
    }

    static func page(of summary: SettlementSummary, in view: NodeView) -> SettlementPage {
        let (terms, period) = (summary.settlement.terms, summary.settlement.key.period)
        let computer = SettlementComputer(view.docket)
        return SettlementPage(
            summary, facts: computer.facts(for: terms, period), exemptions: computer.exemptions(for: terms, period))
    }

    func explain(_ agreement: String, _ period: String, digest: String?) async throws -> SettlementExplanation {
        let view = await node.view
        return SettlementExplanation(try view.summary(Self.find(agreement, period, digest: digest, in: view)))
    }

    func statement(_ agreement: String, _ period: String, digest: String?) async throws -> SettlementStatement {
        let view = await node.view
        return SettlementStatement(
            try view.summary(Self.find(agreement, period, digest: digest, in: view)), docket: view.docket)
    }

    func proposals(_ agreement: String?, _ period: String?) async throws -> ProposalList {
        let view = await node.view
        let cases = view.desk.cases.filter {
            (agreement == nil || $0.key.agreement.text == agreement)
                && (period == nil || $0.key.periodText == period)
        }
        return ProposalList(try view.summaries(cases))
    }

    func proposal(_ place: String) async throws -> ProposalPage {
        let view = await node.view
        guard let said = view.docket.settlements.proposal(at: try ProofDesk.place(place)) else {
            throw CommandFailure(
                zh: "\(place) 没有提议；查看 tongzhou proposals", en: "no proposal at \(place); see tongzhou proposals")
        }
        return ProposalPage(said, docket: view.docket)
    }

    /// The settlement of `2021-04`, or its first adjustment for `2021-04+1`. A period that nobody has spoken about
    /// yet is found where the agreement covers it. Where two texts have one, the digest of the result or of the text
    /// has to say which.
    static func find(
        _ agreement: String, _ period: String, digest: String? = nil, in view: NodeView
    ) throws -> SettlementCase {
        let found = all(agreement, period, in: view)
        let named = found.filter { settlement in digest.map { isNamed(settlement, $0) } ?? true }
        if let only = named.first, named.count == 1 { return only }
        guard found.isEmpty else {
            let texts = found.map(\.terms.digest.hex).joined(separator: ", ")
            throw CommandFailure(
                digest == nil ? ExitCode.inputRefused : ExitCode.integrity,
                zh: "请用 --digest 指明 \(agreement) \(period) 的哪一笔核算（结果或协议文本的摘要，至少 8 位）；协议文本：\(texts)",
                en:
                    "name the settlement of \(agreement) \(period) with --digest (of the result or of the agreement's text, at least 8 digits); texts: \(texts)"
            )
        }
        let known = view.desk.cases.map(\.key.text).joined(separator: ", ")
        throw CommandFailure(
            zh: "没有 \(agreement) \(period) 的核算；现有：\(known.isEmpty ? "无" : known)",
            en: "no settlement \(agreement) \(period); there are: \(known.isEmpty ? "none" : known)")
    }

    /// The same; where only one fits, the digest is left to be compared with what stands now.
    static func find(
        _ agreement: String, _ period: String, read digest: String?, in view: NodeView
    ) throws -> SettlementCase {
        let found = all(agreement, period, in: view)
        return try found.count == 1 ? found[0] : find(agreement, period, digest: digest, in: view)
    }

    private static func all(_ agreement: String, _ period: String, in view: NodeView) -> [SettlementCase] {
        guard let wanted = period.split(separator: "+", maxSplits: 1).first.flatMap({ Period(String($0)) }) else {
            return []
        }
        return view.docket.agreements.terms
            .filter { $0.inForce && $0.entry.agreement.text == agreement && view.desk.settles($0, wanted) }
            .flatMap { view.desk.cases($0, wanted) }
            .filter { $0.key.periodText == period }
    }

    private static func isNamed(_ settlement: SettlementCase, _ digest: String) -> Bool {
        let results =
            [settlement.verified?.digest, try? settlement.own.get().digest]
            + settlement.positions.map { $0.proposal?.body.settlementDigest }
        return digest.utf8.count >= 8
            && (results.compactMap { $0 } + [settlement.terms.digest]).contains { $0.hex.hasPrefix(digest) }
    }

    func propose(
        _ agreement: String, _ period: String, _ expected: SettlementCommand.Expectation, dryRun: Bool
    ) async throws -> ActionReceipt {
        try await node.say(dryRun: dryRun) { view in
            let settlement = try Self.find(agreement, period, read: expected.digest, in: view)
            try Self.requireParty(settlement, view)
            guard settlement.periodEnded else {
                throw CommandFailure(
                    zh: "\(settlement.key.period.text) 尚未结束，不能提议。",
                    en: "\(settlement.key.period.text) is not over yet; it cannot be proposed.")
            }
            if case .failure(let obstacle) = settlement.own {
                throw CommandFailure(zh: "目前不能核算：\(obstacle.code)", en: "cannot be computed now: \(obstacle.code)")
            }
            if settlement.verified != nil {
                throw CommandFailure(
                    zh: "\(settlement.key.text) 已核验，不再提议；有变化时另立调整。",
                    en: "\(settlement.key.text) is verified; what changed since is for an adjustment.")
            }
            _ = try SettlementExpectation(expected).own(settlement)
            let drafts = view.steps.proposal(for: settlement)
            return drafts.isEmpty
                ? (Bilingual(zh: "本方已提议过同一结果。", en: "This result has been proposed already."), [])
                : (Bilingual(zh: "已提议。", en: "Proposed."), drafts)
        }
    }

    /// Accepts what this node itself computes, and only when another party has proposed just that. What the operator
    /// expects lets them say which result was read, so that a result that changed meanwhile is not accepted unseen.
    func accept(
        _ agreement: String, _ period: String, _ expected: SettlementCommand.Expectation, dryRun: Bool
    ) async throws -> ActionReceipt {
        try await node.say(dryRun: dryRun) { view in
            let settlement = try Self.find(agreement, period, read: expected.digest, in: view)
            try Self.requireParty(settlement, view)
            let own = try SettlementExpectation(expected).own(settlement)
            if view.steps.hasAccepted(own, in: settlement) {
                return (Bilingual(zh: "本方已认可这一结果。", en: "This result has been accepted already."), [])
            }
            let drafts = try view.steps.acceptances(in: settlement)
            guard settlement.positions.contains(where: { $0.party != view.member.code && $0.proposal != nil }) else {
                throw CommandFailure(zh: "对方尚未提议，暂不能认可。", en: "No other party has proposed yet.")
            }
            guard !drafts.isEmpty else {
                throw CommandFailure(
                    ExitCode.integrity, zh: "没有任何一方提议与本节点相同的结果，不能认可；查看 tongzhou settlements",
                    en: "no other party proposes the result this node computes; see tongzhou settlements")
            }
            return (Bilingual(zh: "已认可 \(agreement) \(period)。", en: "Accepted \(agreement) \(period)."), drafts)
        }
    }

    /// An operator's objection in words, to what other parties propose. It stands until this party accepts the result
    /// after all, or the proposal changes.
    func object(
        _ agreement: String, _ period: String, _ form: SettlementCommand.ObjectionForm, dryRun: Bool
    ) async throws -> ActionReceipt {
        guard (1...1000).contains(form.place.utf8.count), (1...2000).contains(form.words.utf8.count) else {
            throw CommandFailure(
                zh: "异议须写明所指之处（不超过 1000 字节）和理由（不超过 2000 字节）。",
                en: "An objection needs a place of at most 1000 bytes and words of at most 2000 bytes.")
        }
        return try await node.say(dryRun: dryRun) { view in
            let settlement = try Self.find(agreement, period, read: form.digest, in: view)
            try Self.requireParty(settlement, view)
            let theirs = try ObjectionTargets(settlement, form, me: view.member.code).proposals
            let drafts = theirs.filter { proposal in
                let said = view.docket.settlements
                    .objection(of: view.member.code, to: proposal.reference, inWords: true)?.body
                return said?.difference.own != form.words || said?.difference.place != form.place
            }.map { proposal in
                Draft(
                    channel: settlement.terms.entry.channel,
                    entry: .objection(
                        ObjectionEntry(
                            key: settlement.key, proposal: proposal.reference,
                            ownSettlementDigest: (try? settlement.own.get())?.digest,
                            difference: Difference(
                                subject: .words, place: form.place, own: form.words,
                                other: proposal.body.settlementDigest.hex))))
            }
            return drafts.isEmpty
                ? (Bilingual(zh: "本方已提出同一异议。", en: "This objection has been said already."), [])
                : (Bilingual(zh: "已对 \(settlement.key.text) 提出异议。", en: "Objected to \(settlement.key.text)."), drafts)
        }
    }

    static func requireParty(_ settlement: SettlementCase, _ view: NodeView) throws {
        guard settlement.terms.entry.parties.contains(view.member.code) else {
            throw CommandFailure(zh: "本节点不是该协议的一方。", en: "This node is not a party to the agreement.")
        }
    }
}
