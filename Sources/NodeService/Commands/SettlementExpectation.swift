import Compensation
import Federation
import TransparencyLog

/// Compares what an operator has read with what this node computes now.
struct SettlementExpectation {
    private let expected: SettlementCommand.Expectation

    init(_ expected: SettlementCommand.Expectation) { self.expected = expected }

    /// What this node computes, when it is what the operator expects.
    func own(_ settlement: SettlementCase) throws -> Computation {
        guard case .success(let own) = settlement.own else {
            throw CommandFailure(
                zh: "本节点目前不能核算该期，不能认可。", en: "This node cannot compute the period, so it cannot accept.")
        }
        if let digest = expected.digest, digest.utf8.count < 8 || !own.digest.hex.hasPrefix(digest) {
            throw CommandFailure(
                ExitCode.integrity, zh: "本节点现在的结果是 \(own.digest.hex)，不是 \(digest)；请重新查看 tongzhou explain",
                en: "this node's result is now \(own.digest.hex), not \(digest); look again with tongzhou explain")
        }
        if let text = expected.amount { try compare(text, own) }
        return own
    }

    private func compare(_ text: String, _ own: Computation) throws {
        let amount = try Typed.amount(text, "--amount")
        let total = Fen.sum(own.transfers.map(\.amount))
        guard amount == total else {
            let now = total?.formattedYuan ?? "?"
            throw CommandFailure(
                ExitCode.integrity, zh: "本节点现在核算的金额合计 \(now) 元，不是 \(amount.formattedYuan) 元；请重新查看 tongzhou explain",
                en:
                    "this node now computes \(now) yuan in all, not \(amount.formattedYuan); look again with tongzhou explain"
            )
        }
    }
}
