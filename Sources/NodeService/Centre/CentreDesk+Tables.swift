import Compensation
import Federation
import Presentation
import TransparencyLog

extension CentreDesk {
    /// The yearly table of awards out of a CSV file; refused unless it sums to zero.
    func record(_ form: CentreCommand.AwardForm, _ dryRun: Bool) async throws -> ActionReceipt {
        let channel = try central()
        let (basin, year) = (try Self.basin(form.basin), try Self.year(form.year))
        return try await node.say(dryRun: dryRun) { view in
            let (lines, outside) = try AwardFile(roster: view.docket.roster, year: year).read(form.file)
            let entry = AwardEntry(basin: basin, year: year, lines: lines, outside: outside)
            let current = view.docket.centre.award(basin, year)
            if let current, Entry.award(current.body).saysTheSame(as: .award(entry)) {
                return (
                    Bilingual(zh: "早已记录：\(current.reference.text)", en: "Recorded already: \(current.reference.text)"),
                    []
                )
            }
            let table = AwardTable(entry)
            if let finding = table.findings(beside: view.docket.centre).first {
                throw CommandFailure(
                    zh: "该表不能记录：\(finding.code.rawValue) \(finding.detail)；须合计为零、每方一行、不奖励已被裁定取消奖励的一方。",
                    en:
                        "the table is refused: \(finding.code.rawValue) \(finding.detail); it has to sum to zero, with one line a party, and award nobody whose awards a ruling cancels"
                )
            }
            try Self.requireReplacing(current?.reference, form.replaces, Bilingual(zh: "年度表", en: "table of the year"))
            return (
                Bilingual(
                    zh:
                        "\(basin) \(year.text)：\(lines.count) 行，奖励 \(table.awarded?.formattedWanYuan ?? "?") 万元，合计 0；另行奖励 \(outside.count) 行。",
                    en:
                        "\(basin) \(year.text): \(lines.count) lines, \(table.awarded?.formattedYuan ?? "?") yuan awarded, sum 0; \(outside.count) lines outside."
                ), [Draft(channel: channel, entry: .award(entry))]
            )
        }
    }

    /// The unified accounting computed from everything held here; the scheme is recorded first where no log has it.
    func record(_ form: CentreCommand.AccountForm, _ dryRun: Bool) async throws -> ActionReceipt {
        let channel = try central()
        let (basin, year) = (try Self.basin(form.basin), try Self.year(form.year))
        let scheme: Scheme
        switch Scheme.load(form.scheme.bytes) {
        case .success(let loaded): scheme = loaded
        case .failure(let problems): throw CommandFailure.scheme(form.scheme.name, problems)
        }
        let text = SchemeEntry(text: scheme.source)
        let values = try form.settings.map(SuppliedSetting.read) + (try form.facts.map { try FactsFile.read($0) } ?? [])
        return try await node.say(dryRun: dryRun) { view in
            let account: BasinAccount
            switch BasinAccountComputer(view.docket, history: view.history)
                .compute(basin, year, scheme, text.digest, values)
            {
            case .success(let computed): account = computed
            case .failure(.scheme(let obstacle)):
                throw CommandFailure(zh: obstacle.message.zh, en: obstacle.message.en)
            case .failure(.cutTooLong(let logs, let corrections)):
                throw CommandFailure(
                    zh:
                        "涉及的日志 \(logs) 个、未获认可的更正 \(corrections) 条，一条核算记录各限 \(BasinAccountEntry.mostLogs) 个、\(BasinAccountEntry.mostCorrections) 条；可由有关方认可更正。",
                    en:
                        "\(logs) logs and \(corrections) corrections that nobody endorsed concern it; an entry has room for \(BasinAccountEntry.mostLogs) and \(BasinAccountEntry.mostCorrections)"
                )
            case .failure(let obstacle):
                throw CommandFailure(zh: "目前不能核算：\(obstacle.detail)", en: "cannot be computed now: \(obstacle.detail)")
            }
            let entry = account.entry
            if let digest = form.digest, digest.utf8.count < 8 || !entry.accountDigest.hex.hasPrefix(digest) {
                throw CommandFailure(
                    ExitCode.integrity, zh: "现在的结果是 \(entry.accountDigest.hex)，不是 \(digest)；请以 --dry-run 重新查看。",
                    en: "the result is now \(entry.accountDigest.hex), not \(digest); look again with --dry-run")
            }
            guard account.sum == .zero, entry.lines.contains(where: { $0.amount != .zero }) else {
                throw CommandFailure(
                    zh: "按方案没有任何收付（多半是某省缺数），不记录。",
                    en: "the scheme makes nobody pay, most likely for want of a province's data; nothing is recorded")
            }
            let current = view.docket.centre.account(basin, year)
            if let current, current.body.accountDigest == entry.accountDigest, current.body.lines == entry.lines {
                return (
                    Bilingual(zh: "早已记录：\(current.reference.text)", en: "Recorded already: \(current.reference.text)"),
                    []
                )
            }
            try Self.requireReplacing(
                current?.reference, form.replaces, Bilingual(zh: "统一核算", en: "unified accounting"))
            // A scheme in the channel of an agreement is not for every member to read.
            let isKnown = view.docket.agreements.schemes.contains { known in
                known.digest == text.digest
                    && (known.reference.log.channel == .central || known.reference.log.channel == .common)
            }
            func lines(_ language: Language) -> String {
                entry.lines.map { line in
                    "\(view.docket.roster.name(of: line.party)(language)) \(line.amount.formattedWanYuan)"
                }.joined(separator: language == .zh ? "，" : ", ")
            }
            let unused = account.leftOut.reduce(0) { $0 + $1.entries }
            let note = Bilingual(
                zh: unused > 0 ? "；未计入的数据记录 \(unused) 条" : "",
                en: unused > 0 ? "; entries of readings that do not count: \(unused)" : "")
            return (
                Bilingual(
                    zh: "\(basin) \(year.text) 干流统一核算（万元）：\(lines(.zh))；合计 0；摘要 \(entry.accountDigest.hex)\(note.zh)",
                    en:
                        "Unified accounting of \(basin), \(year.text) (10 000 yuan): \(lines(.en)); sum 0; digest \(entry.accountDigest.hex)\(note.en)"
                ),
                (isKnown ? [] : [Draft(channel: channel, entry: .scheme(text))])
                    + [Draft(channel: channel, entry: .basinAccount(entry))]
            )
        }
    }

    /// The accountings that count, computed here as well.
    func accounts(_ basin: String?, _ year: Period?) async throws -> BasinAccountReport {
        let view = await node.view
        let computer = BasinAccountComputer(view.docket, history: view.history)
        let accounts = try view.docket.centre.accounts.filter { record in
            view.docket.centre.account(record.body.basin, record.body.year)?.reference == record.reference
                && basin.map { $0.sameBytes(as: record.body.basin) } ?? true
                && year.map { $0 == record.body.year } ?? true
        }.map { record in
            BasinAccountReport.Account(
                record, own: try computer.replay(record), findings: try computer.findings(record))
        }
        return BasinAccountReport(accounts, roster: view.docket.roster)
    }
}
