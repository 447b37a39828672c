import Compensation
import Federation
import Presentation
import TransparencyLog

/// Proposing and accepting by an operator's word.
struct SettlementsDesk {
    let node: Node

    static func find(_ agreement: String, _ period: String, in view: NodeView) throws -> SettlementCase {
        let cases = view.desk.cases
        let matching = cases.filter { $0.key.agreement.text == agreement && $0.key.period.text == period }
        guard let settlement = matching.first else {
            let known = cases.map { "\($0.key.agreement.text) \($0.key.period.text)" }.joined(separator: ", ")
            throw CommandFailure(
                zh: "没有 \(agreement) \(period) 的核算；现有：\(known.isEmpty ? "无" : known)",
                en: "no settlement \(agreement) \(period); there are: \(known.isEmpty ? "none" : known)")
        }
        return settlement
    }

    func propose(_ agreement: String, _ period: String) async throws -> ActionReceipt {
        let (_, entries) = try await node.act { view in
            let settlement = try Self.find(agreement, period, in: view)
            try Self.requireParty(settlement, view)
            if case .failure(let obstacle) = settlement.own {
                throw CommandFailure(zh: "目前不能核算：\(obstacle.code)", en: "cannot be computed now: \(obstacle.code)")
            }
            return ((), view.steps.proposal(for: settlement))
        }
        return ActionReceipt(
            entries.isEmpty
                ? Bilingual(zh: "本方已提议过同一结果。", en: "This result has been proposed already.")
                : Bilingual(zh: "已提议。", en: "Proposed."), entries: entries)
    }

    /// Accepts what this node itself computes, and only when another party has proposed just that. `digest` lets
    /// the operator say which result was read, so that a result that changed meanwhile is not accepted unseen.
    func accept(_ agreement: String, _ period: String, digest: String?) async throws -> ActionReceipt {
        let (known, entries) = try await node.act { view in
            let settlement = try Self.find(agreement, period, in: view)
            try Self.requireParty(settlement, view)
            let own = try Self.own(settlement, digest)
            if view.steps.hasAccepted(own, in: settlement) { return (true, []) }
            let drafts = try view.steps.acceptances(in: settlement)
            guard settlement.positions.contains(where: { $0.party != view.member.code && $0.proposal != nil }) else {
                throw CommandFailure(zh: "对方尚未提议，暂不能认可。", en: "No other party has proposed yet.")
            }
            guard !drafts.isEmpty else {
                throw CommandFailure(
                    ExitCode.integrity, zh: "没有任何一方提议与本节点相同的结果，不能认可；查看 tongzhou settlements",
                    en: "no other party proposes the result this node computes; see tongzhou settlements")
            }
            return (false, drafts)
        }
        return ActionReceipt(
            known
                ? Bilingual(zh: "本方已认可这一结果。", en: "This result has been accepted already.")
                : Bilingual(zh: "已认可 \(agreement) \(period)。", en: "Accepted \(agreement) \(period)."),
            entries: entries)
    }

    private static func own(_ settlement: SettlementCase, _ digest: String?) throws -> Computation {
        guard case .success(let own) = settlement.own else {
            throw CommandFailure(
                zh: "本节点目前不能核算该期，不能认可。", en: "This node cannot compute the period, so it cannot accept.")
        }
        if let digest, digest.utf8.count < 8 || !own.digest.hex.hasPrefix(digest) {
            throw CommandFailure(
                ExitCode.integrity, zh: "本节点现在的结果是 \(own.digest.hex)，不是 \(digest)；请重新查看 tongzhou explain",
                en: "this node's result is now \(own.digest.hex), not \(digest); look again with tongzhou explain")
        }
        return own
    }

    private static func requireParty(_ settlement: SettlementCase, _ view: NodeView) throws {
        guard settlement.terms.entry.parties.contains(view.member.code) else {
            throw CommandFailure(zh: "本节点不是该协议的一方。", en: "This node is not a party to the agreement.")
        }
    }
}
