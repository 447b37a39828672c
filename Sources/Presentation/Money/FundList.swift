public import Compensation
public import Federation

/// What `funds list` shows: what each recipient received and what it does with it.
public struct FundList: Report {
    private let accounts: [(account: FundAccount, names: PartyNames)]
    private let now: Timestamp

    public init(_ agreements: [AgreementMoney], _ desk: ClearingDesk) {
        accounts = agreements.flatMap { money in
            money.accounts(desk.docket).map { ($0, PartyNames(desk.docket, money.terms)) }
        }
        now = desk.now
    }

    public var json: JSONValue {
        .members([
            ("schema", 1),
            (
                "accounts",
                .array(
                    accounts.map { account, _ in
                        .members([
                            ("agreement", .string(account.terms.entry.agreement.text)),
                            ("party", .string(account.party.text)),
                            ("received_fen", .integer(account.received.count)),
                            ("planned_fen", .integer(account.planned.count)),
                            ("spent_fen", .integer(account.spent.count)),
                            ("unplanned_fen", .integer(account.unplanned.count)),
                            ("unspent_fen", .integer(account.unspent.count)),
                            ("overdue_plans_fen", .integer(account.overduePlans(at: now).count)),
                            ("projects", .array(account.projects.map(project))),
                        ])
                    })
            ),
        ])
    }

    public var rowsMember: String? { "accounts" }

    private func project(_ project: FundAccount.Project) -> JSONValue {
        .members([
            ("place", .string(project.record.reference.text)), ("project", .string(project.record.body.project)),
            ("purpose", .string(project.record.body.purpose)), ("river", .string(project.record.body.river)),
            ("own_river", .bool(project.isOnOwnRiver)), ("reason", project.record.body.reason.map { .string($0) }),
            ("amount_fen", .integer(project.record.body.amount.count)),
            ("report_due", .string(project.record.body.reportDue.text)),
            ("spent_fen", project.report.map { .integer($0.body.spent.count) }),
            ("overdue", .bool(project.isOverdue(at: now))),
        ])
    }

    public func text(_ language: Language) -> String { text(language, wide: false) }

    public func wideText(_ language: Language) -> String { text(language, wide: true) }

    private func text(_ language: Language, wide: Bool) -> String {
        guard !accounts.isEmpty else {
            return Bilingual(zh: "还没有收到补偿资金。", en: "No compensation funds have been received.")(language) + "\n"
        }
        return accounts.map { account, names in
            let title = Bilingual(
                zh:
                    "\(names.name(account.party, .zh))：已收 \(account.received.formattedWanYuan) 万元，已安排 \(account.planned.formattedWanYuan) 万元，已支出 \(account.spent.formattedWanYuan) 万元，未安排 \(account.unplanned.formattedWanYuan) 万元，结余 \(account.unspent.formattedWanYuan) 万元",
                en:
                    "\(names.name(account.party, .en)): received \(account.received.formattedYuan), planned \(account.planned.formattedYuan), spent \(account.spent.formattedYuan), not planned \(account.unplanned.formattedYuan), left \(account.unspent.formattedYuan) yuan"
            )
            let heading = "\(account.terms.entry.agreement.text) \(title(language))\n"
            return account.projects.isEmpty ? heading : heading + table(account, language, wide: wide) + "\n"
        }.joined(separator: "\n")
    }

    private func table(_ account: FundAccount, _ language: Language, wide: Bool) -> String {
        let titles = [
            Bilingual(zh: "位置", en: "place"), Bilingual(zh: "项目", en: "project"),
            Bilingual(zh: "河流", en: "river"), Bilingual(zh: "金额", en: "amount"), Bilingual(zh: "支出", en: "spent"),
            Bilingual(zh: "报告期限", en: "report due"), Bilingual(zh: "状态", en: "state"),
        ]
        let more = [Bilingual(zh: "用途", en: "purpose"), Bilingual(zh: "理由", en: "reason")]
        let rows = account.projects.map { project in
            let row = [
                project.record.reference.text, project.record.body.project,
                project.record.body.river
                    + (project.isOnOwnRiver ? "" : Bilingual(zh: "（其他河流）", en: " (another river)")(language)),
                MoneyWording.amount(project.record.body.amount, language),
                project.report.map { MoneyWording.amount($0.body.spent, language) } ?? "-",
                project.record.body.reportDue.text, state(project)(language),
            ]
            return row + (wide ? [project.record.body.purpose, project.record.body.reason ?? "-"] : [])
        }
        let columns = (titles + (wide ? more : [])).map { $0(language) }
        return TextTable.rendered(columns, rightAligned: [3, 4], rows: rows)
    }

    private func state(_ project: FundAccount.Project) -> Bilingual {
        if project.lacksReason { return Bilingual(zh: "缺理由", en: "no reason given") }
        if project.isOverdue(at: now) { return Bilingual(zh: "报告逾期", en: "report overdue") }
        return project.report == nil
            ? Bilingual(zh: "待报告", en: "to be reported") : Bilingual(zh: "已报告", en: "reported")
    }
}
