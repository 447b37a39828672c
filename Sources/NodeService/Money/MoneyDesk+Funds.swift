import Compensation
import Federation
import Presentation

/// 资金使用与内部分配.
extension MoneyDesk {
    func funds() async throws -> FundList {
        let view = await node.view
        return FundList(try Self.agreements(in: view), Self.desk(view))
    }

    func splits() async throws -> SplitList {
        let view = await node.view
        return SplitList(try Self.agreements(in: view), view.docket)
    }

    func use(_ form: MoneyCommand.UseForm) async throws -> MoneyReceipt {
        let amount = try Typed.amount(form.amount, "--amount")
        let due = try Typed.day(form.reportDue, "--report-due")
        return try await write(
            dryRun: form.dryRun, done: Bilingual(zh: "已报送项目安排。", en: "Project filed.")
        ) { view in
            let place = form.replaces.flatMap(Typed.place)
            let all = try Self.agreements(form.agreement, in: view)
            let fitting = all.filter { money in
                let account = money.account(of: view.member.code, view.docket)
                return form.replaces == nil
                    ? account.unplanned > .zero : account.projects.contains { $0.record.reference == place }
            }
            let money = try Self.one(of: fitting, among: all, form.digest)
            try Self.requireParty(money, view)
            let account = money.account(of: view.member.code, view.docket)
            let replaced = account.projects.first { $0.record.reference == place }
            guard form.replaces == nil || replaced != nil else {
                throw CommandFailure(
                    zh: "本方没有项目“\(form.replaces ?? "")”；查看 tongzhou funds list",
                    en: "this party has no project “\(form.replaces ?? "")”; see tongzhou funds list")
            }
            let free = account.unplanned.adding(replaced?.record.body.amount ?? .zero) ?? account.unplanned
            guard amount > .zero, amount <= free else {
                throw CommandFailure(
                    zh: "可安排的资金为 \(free.formattedYuan) 元，不足 \(amount.formattedYuan) 元。",
                    en: "\(free.formattedYuan) yuan are not in a project yet, not \(amount.formattedYuan)."
                )
            }
            let entry = FundUseEntry(
                key: Self.key(money), project: form.project, purpose: form.purpose, river: form.river,
                reason: form.reason, amount: amount, reportDue: due, replaces: replaced?.record.reference)
            let own = money.ownRivers(view.docket)
            guard form.reason != nil || own.contains(where: { $0.sameBytes(as: form.river) }) else {
                throw CommandFailure(
                    zh: "资金应优先用于本流域（\(own.joined(separator: ", "))）；用于“\(form.river)”须以 --reason 说明理由。",
                    en:
                        "funds go to the agreement's river first (\(own.joined(separator: ", "))); for “\(form.river)” give a --reason."
                )
            }
            return [
                (
                    Draft(channel: money.terms.entry.channel, entry: .fundUse(entry)),
                    [
                        (Bilingual(zh: "项目", en: "project"), form.project),
                        (Bilingual(zh: "用途", en: "purpose"), form.purpose),
                        (Bilingual(zh: "河流", en: "river"), form.river),
                        (Bilingual(zh: "金额", en: "amount"), "¥\(amount.formattedYuan)"),
                        (Bilingual(zh: "报告期限", en: "report due"), due.text),
                    ]
                )
            ]
        }
    }

    func report(_ form: MoneyCommand.ReportForm) async throws -> MoneyReceipt {
        let spent = try Typed.amount(form.spent, "--spent")
        return try await write(
            dryRun: form.dryRun, done: Bilingual(zh: "已报送使用报告。", en: "Report filed.")
        ) { view in
            let all = try Self.agreements(in: view).flatMap { money in
                money.account(of: view.member.code, view.docket).projects.map { (project: $0, money: money) }
            }
            guard let place = Typed.place(form.project),
                let found = all.first(where: { $0.project.record.reference == place })
            else {
                throw CommandFailure(
                    zh: "本方没有项目“\(form.project)”；查看 tongzhou funds list",
                    en: "this party has no project “\(form.project)”; see tongzhou funds list")
            }
            let planned = found.project.record.body.amount
            guard spent <= planned else {
                throw CommandFailure(
                    zh: "项目安排 \(planned.formattedYuan) 元，支出不得超过；超出部分另行报送项目。",
                    en: "the project has \(planned.formattedYuan) yuan; for more, file another project.")
            }
            let entry = FundReportEntry(key: Self.key(found.money), use: place, spent: spent, result: form.result)
            return [
                (
                    Draft(channel: found.money.terms.entry.channel, entry: .fundReport(entry)),
                    [
                        (Bilingual(zh: "项目", en: "project"), found.project.record.body.project),
                        (Bilingual(zh: "累计支出", en: "spent"), "¥\(spent.formattedYuan)"),
                        (Bilingual(zh: "成效", en: "result"), form.result),
                    ]
                )
            ]
        }
    }

    func split(_ form: MoneyCommand.SplitForm) async throws -> MoneyReceipt {
        let shares = try form.shares.map(Self.share)
        return try await write(
            dryRun: form.dryRun,
            done: Bilingual(zh: "已分配，合计与所收一致。", en: "Divided; the parts sum to what was received.")
        ) { view in
            let (place, money) = try Self.income(form.payment, in: view)
            guard let amount = money.received(at: place, by: view.member.code) else {
                throw CommandFailure(
                    zh: "只能分配本方已确认到账的拨款，或中央节点强制收扣后转拨给本方的资金。",
                    en:
                        "Only a payment that this party has confirmed, or what the centre has collected for it, can be divided."
                )
            }
            let account = money.account(of: view.member.code, view.docket)
            guard !account.splits.contains(where: { $0.body.payment == place }) else {
                throw CommandFailure(zh: "这笔拨款早已分配。", en: "That payment has been divided already.")
            }
            guard let parts = LargestRemainder.parts(of: amount, by: shares.map(\.factor)) else {
                throw CommandFailure(
                    zh: "份额须为 1 至 10 亿的整数。", en: "Factors are whole numbers from 1 to 1,000,000,000.")
            }
            let named = zip(shares, parts).map { share, part in
                SplitShare(party: share.party, name: share.name, factor: share.factor, amount: part)
            }
            let entry = SplitEntry(key: Self.key(money), payment: place, amount: amount, shares: named)
            return [
                (
                    Draft(channel: money.terms.entry.channel, entry: .split(entry)),
                    named.map { (Bilingual(zh: $0.name, en: $0.name), "\($0.party.text) ¥\($0.amount.formattedYuan)") }
                )
            ]
        }
    }

    /// The place of the payment or collection that a text names.
    private static func income(
        _ text: String, in view: NodeView
    ) throws -> (place: EntryReference, money: AgreementMoney) {
        if let (deduction, money) = try collection(text, in: view) { return (deduction.reference, money) }
        let (payment, money) = try payment(text, in: view)
        return (payment.reference, money)
    }

    /// `500242=酉阳县:1`.
    private static func share(_ text: String) throws -> (party: PartyCode, name: String, factor: Int64) {
        let halves = text.split(separator: "=", maxSplits: 1)
        let rest = halves.count == 2 ? halves[1].split(separator: ":") : []
        guard rest.count == 2, let party = PartyCode(String(halves[0])), let factor = Int64(rest[1]) else {
            throw CommandFailure(
                zh: "份额“\(text)”无效；写作 500242=酉阳县:1", en: "“\(text)” is no share; write 500242=酉阳县:1")
        }
        return (party, String(rest[0]), factor)
    }
}
