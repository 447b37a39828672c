import Compensation
import Federation
import NodeService
import NodeStore

/// Paying in advance, paying, receiving and collecting by force, by what the node itself says is owed and was paid.
extension World {
    func handle(_ action: Action, _ river: River, _ chance: inout Chance) throws {
        guard let machine = machine(chance.hits(50) ? river.upstream : river.downstream),
            let other = river.parties.first(where: { $0 != machine.province }),
            let money = try money(of: river, at: machine)
        else { return }
        let me = machine.province.code
        let today = machine.running?.clock.now.civilTime.flatMap { PeriodKind.day.period(containing: $0) }?.text ?? ""
        // Not a whole number of yuan.
        let typed = "\(chance.below(9_000_000) + 1)分"
        switch action {
        case .advance:
            // A year that has been cleared takes no advances: sometimes people try all the same.
            let form = payment(river, other, "\(me)-预-\(chance.below(6))", on: today, amount: typed, isAdvance: true)
            operators.type(.money(.payment(form)), "advance", at: machine)
        case .pay:
            let claim = money.claims.first { $0.transfer.payer.text == me && $0.unpaid > .zero }
            let amount = claim.map { "\($0.unpaid.count)分" } ?? typed
            let form = payment(
                river, other, "\(me)-\(chance.below(3))", on: today, amount: chance.hits(80) ? amount : typed)
            operators.type(.money(.payment(form)), "pay", at: machine)
        default:
            let payment = money.payments.first { $0.entry.payee.text == me && $0.receipt == nil }
            let amount = chance.hits(90) ? payment.map { "\($0.entry.amount.count)分" } ?? typed : typed
            let form = MoneyCommand.ReceiptForm(
                payment: payment?.reference.text ?? "\(other.code)-1", amount: amount, receivedOn: today,
                dryRun: false)
            operators.type(.money(.receive(form)), "receive", at: machine)
        }
    }

    /// What the centre sees to be late it collects, now and then typed twice at once; sometimes people try too early.
    func collect(_ river: River, at centre: Machine, _ chance: inout Chance) throws {
        guard let now = centre.running?.clock.now, let money = try money(of: river, at: centre),
            let claim = money.claims.first(where: { $0.isLate(at: now) }) ?? money.claims.first
        else { return }
        let form = MoneyCommand.CollectionForm(
            agreement: river.agreement, year: "2021", payer: claim.transfer.payer.text,
            payee: claim.transfer.payee.text, amount: "\(claim.unpaid.count)分", river: nil, dryRun: false)
        for _ in 0..<(chance.hits(30) ? 2 : 1) { operators.type(.money(.collect(form)), "collect", at: centre) }
    }

    private func payment(
        _ river: River, _ payee: Province, _ number: String, on day: String, amount: String, isAdvance: Bool = false
    ) -> MoneyCommand.PaymentForm {
        MoneyCommand.PaymentForm(
            agreement: river.agreement, year: "2021", payee: payee.code, amount: amount,
            advance: isAdvance ? amount : nil, advanceYear: isAdvance ? "2021" : nil, river: nil, statement: number,
            paidOn: day, payerUnit: "财政厅", payeeUnit: "财政局", treasury: "国库", memo: "补偿资金",
            budgetSubject: "2110302 水体", economicSubject: "50299", fundSource: "省级资金", partial: true, dryRun: false)
    }

    private func money(of river: River, at machine: Machine) throws -> AgreementMoney? {
        guard let running = machine.running else { return nil }
        let node = running.node
        let docket = try surroundings.ask { await node.docket }
        return try ClearingDesk(docket, history: node.database, now: running.clock.now).agreements()
            .first { $0.terms.entry.agreement.text == river.agreement }
    }
}
