import Compensation
import Federation
import TransparencyLog

/// Which proposals of other parties an operator's objection is about.
struct ObjectionTargets {
    let proposals: [EntryRecord<ProposalEntry>]

    init(_ settlement: SettlementCase, _ form: SettlementCommand.ObjectionForm, me: PartyCode) throws {
        let theirs = settlement.positions.filter { $0.party != me }.compactMap(\.proposal)
        guard !theirs.isEmpty else {
            throw CommandFailure(
                zh: "对方尚未提议，没有可以异议的内容。", en: "No other party has proposed; there is nothing to object to.")
        }
        guard settlement.verified == nil else {
            throw CommandFailure(
                zh: "\(settlement.key.text) 已核验；请用数据更正或核定数据引出调整。",
                en: "\(settlement.key.text) is verified; a correction or a fact opens an adjustment.")
        }
        let digests = theirs.map(\.body.settlementDigest.hex)
        let chosen = theirs.filter { proposal in
            form.digest.map { $0.utf8.count >= 8 && proposal.body.settlementDigest.hex.hasPrefix($0) } ?? true
        }
        guard let first = chosen.first else {
            throw CommandFailure(
                ExitCode.integrity, zh: "现有提议的摘要是 \(digests.joined(separator: ", "))，不是 \(form.digest ?? "")；请重新查看",
                en: "what is proposed now is \(digests.joined(separator: ", ")), not \(form.digest ?? ""); look again")
        }
        guard chosen.allSatisfy({ $0.body.settlementDigest == first.body.settlementDigest }) else {
            throw CommandFailure(
                zh: "各方提议不同，请以 --digest 指明：\(digests.joined(separator: ", "))",
                en: "the proposals differ; name one with --digest: \(digests.joined(separator: ", "))")
        }
        let mine = settlement.positions.first { $0.party == me }?.acceptance
        guard mine?.body.settlementDigest != first.body.settlementDigest else {
            throw CommandFailure(zh: "本方已认可这一结果，受其约束。", en: "This party has accepted that result and is bound by it.")
        }
        proposals = chosen
    }
}
