public import Compensation
public import Federation
import TransparencyLog

/// What `basin-account show` shows: the unified accounting of each basin and year, beside what this node computes.
public struct BasinAccountReport: Report {
    /// One accounting of the centre, and what came of computing it here.
    public struct Account: Sendable {
        let record: EntryRecord<BasinAccountEntry>
        let own: Result<BasinAccount, BasinAccountObstacle>
        let findings: [LedgerFinding]

        public init(
            _ record: EntryRecord<BasinAccountEntry>, own: Result<BasinAccount, BasinAccountObstacle>,
            findings: [LedgerFinding]
        ) {
            self.record = record
            self.own = own
            self.findings = findings
        }
    }

    private let accounts: [Account]
    private let roster: Roster

    public init(_ accounts: [Account], roster: Roster) {
        self.accounts = accounts
        self.roster = roster
    }

    public var json: JSONValue {
        .members([
            ("schema", 1),
            (
                "accounts",
                .array(
                    accounts.map { account in
                        let own = try? account.own.get()
                        return .members([
                            ("entry", .string(account.record.reference.text)),
                            ("account", Entry.basinAccount(account.record.body).fields),
                            ("own_digest", own.map { .string($0.entry.accountDigest.hex) }),
                            ("own_lines", own.map { .array($0.entry.lines.map(\.json)) }),
                            (
                                "own_steps",
                                own.map { own in
                                    .array(
                                        own.settlement.steps.map {
                                            .members([("name", .string($0.name)), ("value", .string($0.value))])
                                        })
                                }
                            ),
                            (
                                "left_out",
                                own.map { own in
                                    .array(
                                        own.leftOut.map {
                                            .members([
                                                ("section", .string($0.section.text)), ("log", .string($0.log.text)),
                                                ("reason", .string($0.reason.rawValue)),
                                                ("entries", .integer(Int64($0.entries))),
                                            ])
                                        })
                                }
                            ),
                            ("findings", .array(account.findings.map(LedgerFindingWording.json))),
                        ])
                    })
            ),
        ])
    }

    public var rowsMember: String? { "accounts" }

    public func text(_ language: Language) -> String {
        guard !accounts.isEmpty else {
            return Bilingual(zh: "没有干流统一核算。", en: "No unified accounting.")(language) + "\n"
        }
        return accounts.map { page($0, language) }.joined(separator: "\n")
    }

    private func page(_ account: Account, _ language: Language) -> String {
        let entry = account.record.body
        let own = try? account.own.get()
        let basin = TerminalText.visible(entry.basin)
        let heading = Bilingual(
            zh: "\(basin) \(entry.year.text) 干流统一核算（万元，受偿为正） \(account.record.reference.text)",
            en:
                "Unified accounting of \(basin), \(entry.year.text) (10 000 yuan, received positive) \(account.record.reference.text)"
        )
        let titles = [
            Bilingual(zh: "省份", en: "province"), Bilingual(zh: "中央核算", en: "centre"),
            Bilingual(zh: "本节点复算", en: "computed here"),
        ].map { $0(language) }
        let rows = entry.lines.map { line in
            [
                TerminalText.visible(roster.name(of: line.party)(language)), LedgerWording.amount(line.amount),
                own?.entry.lines.first { $0.party == line.party }.map { LedgerWording.amount($0.amount) } ?? "-",
            ]
        }
        let sum = Fen.sum(entry.lines.map(\.amount)).map(\.formattedWanYuan) ?? "?"
        let digest = Bilingual(
            zh: "合计 \(sum)  摘要 \(entry.accountDigest.hex)", en: "Sum \(sum)  digest \(entry.accountDigest.hex)")
        let wrong = account.findings.map { LedgerFindingWording.text($0)(language) + "\n" }
        let same = Bilingual(zh: "本节点由相同截面复算，结果相同。", en: "Computed here from the same cut: the same.")
        return heading(language) + "\n" + TextTable.rendered(titles, rightAligned: [1, 2], rows: rows) + "\n"
            + digest(language) + "\n" + (wrong.isEmpty ? same(language) + "\n" : wrong.joined())
            + (own.map { leftOut($0.leftOut, language) } ?? "")
    }

    private func leftOut(_ readings: [LeftOutReadings], _ language: Language) -> String {
        guard !readings.isEmpty else { return "" }
        let heading = Bilingual(zh: "未计入的监测数据：", en: "Readings that do not count:")
        return heading(language) + "\n"
            + readings.map { readings in
                let (section, log) = (TerminalText.visible(readings.section.text), readings.log.text)
                return Bilingual(
                    zh: "  \(section) \(log) \(readings.entries) 条记录：\(Self.words(readings.reason).zh)",
                    en: "  \(section) \(log), entries: \(readings.entries), \(Self.words(readings.reason).en)")(
                        language)
                    + "\n"
            }.joined()
    }

    private static func words(_ reason: LeftOutReadings.Reason) -> Bilingual {
        switch reason {
        case .notEntitled:
            Bilingual(zh: "记录方既非中央，也非断面上下游一方", en: "from neither the centre nor a side of the section")
        case .outsideCut:
            Bilingual(zh: "不在中央所据截面内", en: "not in the centre's cut")
        case .notBinding:
            Bilingual(zh: "该断面另有优先的数据来源", en: "another source of the section goes before it")
        }
    }
}
