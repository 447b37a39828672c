import Compensation
import Federation
import Presentation

/// 年度清算.
extension MoneyDesk {
    func clearings() async throws -> ClearingList {
        let view = await node.view
        let desk = Self.desk(view)
        return ClearingList(try Self.agreements(in: view).flatMap(desk.cases), desk)
    }

    func clearing(_ agreement: String, _ year: String, _ digest: String?) async throws -> ClearingReport {
        let view = await node.view
        let year = try Typed.year(year)
        let desk = Self.desk(view)
        return ClearingReport(desk.clearing(of: year, try Self.money(agreement, year, digest, in: view)), desk)
    }

    /// The centre's word, of just what follows from the record.
    func record(_ form: MoneyCommand.ClearingForm) async throws -> MoneyReceipt {
        let year = try Typed.year(form.year)
        let expected = try form.amount.map { try Typed.amount($0, "--amount") }
        return try await write(
            dryRun: form.dryRun,
            done: Bilingual(zh: "已清算 \(form.agreement) \(year.text)。", en: "Cleared \(form.agreement) \(year.text).")
        ) { view in
            let channel = try Self.requireCentre(view)
            let money = try Self.money(form.agreement, year, form.digest, in: view)
            let clearing = Self.desk(view).clearing(of: year, money)
            guard clearing.isOver else {
                throw CommandFailure(zh: "\(year.text) 年度尚未结束。", en: "The year \(year.text) is not over.")
            }
            if let obstacle = clearing.obstacle {
                throw CommandFailure(
                    zh: "暂不能清算：\(obstacle.text.zh)", en: "not to be cleared now: \(obstacle.text.en)")
            }
            guard clearing.isDue, let next = clearing.next else {
                throw CommandFailure(
                    zh: "没有尚未清算的核算结果；查看 tongzhou clearing show",
                    en: "no settlement waits to be cleared; see tongzhou clearing show")
            }
            guard form.partial || clearing.isComplete else {
                let missing = clearing.missing.map(\.text).joined(separator: ", ")
                throw CommandFailure(
                    zh: "尚有未记账的核算期：\(missing)；确需先行清算：--partial",
                    en: "periods without a recorded settlement: \(missing); to clear the others first: --partial")
            }
            guard let sum = Fen.sum(next.transfers.map(\.amount)), expected.map({ $0 == sum }) ?? true else {
                let now = Fen.sum(next.transfers.map(\.amount))?.formattedYuan ?? "-"
                throw CommandFailure(
                    ExitCode.integrity, zh: "现在算得的应付合计为 \(now) 元，与 --amount 不符；请重新查看 tongzhou clearing show",
                    en:
                        "what is to be paid now sums to \(now) yuan, not --amount; look again with tongzhou clearing show"
                )
            }
            let names = PartyNames(view.docket, money.terms)
            var fields = [
                (Bilingual(zh: "年度", en: "year"), "\(year.text) #\(next.number)"),
                (Bilingual(zh: "核算期数", en: "settlements"), String(next.settlements.count)),
                (Bilingual(zh: "未结", en: "not settled"), next.unsettled.map(\.text).joined(separator: ", ")),
            ]
            for transfer in next.transfers {
                let river = transfer.river.map { " \($0)" } ?? ""
                fields.append(
                    (
                        Bilingual(zh: "应付", en: "to be paid"),
                        "\(names.name(transfer.payer, .zh)) → \(names.name(transfer.payee, .zh)) \(transfer.amount.formattedYuan)\(river)"
                    ))
            }
            return [(Draft(channel: channel, entry: .clearing(next)), fields)]
        }
    }
}
