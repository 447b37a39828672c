import Compensation
import Federation
import Presentation
import TransparencyLog

/// The centre's ledger and what the centre says beside settlements. Everybody may look; only the centre records.
struct CentreDesk {
    let node: Node

    func perform(_ command: CentreCommand) async throws -> any Report {
        switch command {
        case .ledgers:
            let view = await node.view
            return LedgerList(
                try LedgerBook(view.docket, history: view.history), findings: try view.ledgerFindings(view.desk.cases))
        case .ledger(let basin, let year): return try await ledger(basin, year)
        case .incidents: return IncidentList(await node.docket)
        case .reportIncident(let form, let dryRun): return try await report(form, dryRun)
        case .ruleIncident(let form, let dryRun): return try await rule(form, dryRun)
        case .levies: return LevyList(await node.docket, now: node.clock.now)
        case .recordLevy(let form, let dryRun): return try await record(form, dryRun)
        case .chargeLevies(let amount, let dryRun): return try await charge(amount, dryRun)
        case .awards(let basin, let year):
            return AwardList(await node.docket, basin: basin, year: try year.map(Self.year))
        case .recordAwards(let form, let dryRun): return try await record(form, dryRun)
        case .accounts(let basin, let year): return try await accounts(basin, try year.map(Self.year))
        case .recordAccount(let form, let dryRun): return try await record(form, dryRun)
        }
    }

    private func ledger(_ basin: String, _ year: String) async throws -> LedgerPage {
        let view = await node.view
        let (book, year) = (try LedgerBook(view.docket, history: view.history), try Self.year(year))
        // As lists show lines without a basin.
        let basin = basin == "-" ? "" : basin
        guard book.accounts.contains(where: { $0.basin.sameBytes(as: basin) && $0.year == year }) else {
            func name(_ basin: String) -> String { basin.isEmpty ? "-" : basin }
            let shown = name(basin)
            let known = book.accounts.map { "\(name($0.basin)) \($0.year.text)" }
                .joined(separator: ", ")
            throw CommandFailure(
                zh: "没有 \(shown) \(year.text) 的台账；现有：\(known.isEmpty ? "无" : known)",
                en: "no ledger \(shown) \(year.text); there are: \(known.isEmpty ? "none" : known)")
        }
        return try Self.page(book, basin, year, in: view, view.desk.cases)
    }

    /// - Parameter settlements: those that the ledger is compared with.
    static func page(
        _ book: LedgerBook, _ basin: String, _ year: Period, in view: NodeView, _ settlements: [SettlementCase]
    ) throws -> LedgerPage {
        // The subjects of findings on tables begin with basin and year; those on settlements are looked for by line.
        let subjects = book.items(basin, year).map(\.subject) + ["\(basin) \(year.text)"]
        let findings = try view.ledgerFindings(settlements).filter { finding in
            subjects.contains { $0.sameBytes(as: finding.subject) }
        }
        return LedgerPage(book, basin: basin, year: year, findings: findings, roster: view.docket.roster)
    }

    // MARK: What all of it needs

    static let channel = ChannelName("central")

    /// The channel that all members read, on a node that may say anything there.
    func central() throws -> ChannelName {
        guard node.member.role == .centre, let channel = Self.channel else {
            throw CommandFailure(
                zh: "只有中央节点可以记录；本节点是 \(node.member.name.zh)。",
                en: "Only the centre records this; this node is \(node.member.name.en).")
        }
        return channel
    }

    static func year(_ text: String) throws -> Period {
        guard let year = Period(text), year.kind == .year else { throw refused("--year", text, "2023") }
        return year
    }

    static func month(_ option: String, _ text: String) throws -> Period {
        guard let month = Period(text), month.kind == .month else { throw refused(option, text, "2023-01") }
        return month
    }

    static func basin(_ text: String) throws -> String {
        guard (1...LedgerLine.longestBasin).contains(text.utf8.count) else { throw refused("--basin", text, "长江流域") }
        return text
    }

    static func party(_ option: String, _ text: String, in docket: Docket) throws -> PartyCode {
        guard let party = docket.roster.party(called: text) else { throw refused(option, text, "500000") }
        return party
    }

    static func refused(_ option: String, _ value: String, _ example: String) -> CommandFailure {
        CommandFailure(
            zh: "\(option) 的值“\(value)”无效；写法如 \(example)",
            en: "“\(value)” is not valid for \(option); write it like \(example)")
    }

    static func tooLong(_ option: String) -> CommandFailure {
        let most = IncidentEntry.longestDescription
        return CommandFailure(zh: "\(option) 须为 1 至 \(most) 字节。", en: "\(option) takes 1 to \(most) bytes.")
    }

    /// Who replaces a word says which: somebody else may have replaced it since it was read.
    static func requireReplacing(_ current: EntryReference?, _ named: String?, _ what: Bilingual) throws {
        guard current?.text != named else { return }
        guard let current else {
            throw CommandFailure(
                zh: "没有可取代的\(what.zh)；去掉 --replaces。", en: "There is no \(what.en) to replace; leave out --replaces.")
        }
        throw CommandFailure(
            zh: "已有\(what.zh) \(current.text)；核对后以 --replaces \(current.text) 取代。",
            en:
                "There is a \(what.en) already, \(current.text); look at it, then replace it with --replaces \(current.text)."
        )
    }
}

extension NodeView {
    /// What does not follow in the centre's ledger. The centre does not replay its own verdicts to accuse itself.
    func ledgerFindings(_ cases: [SettlementCase]) throws -> [LedgerFinding] {
        try LedgerCheck(docket, history: history, now: desk.now).findings(member.role == .centre ? [] : cases)
    }
}
