import Compensation
import Federation
import NodeStore
import Presentation
import TransparencyLog

/// Finds what an address of the public pages shows.
struct SiteDesk {
    let node: Node
    let state: SiteState

    private var view: NodeView { state.view }
    private var docket: Docket { state.view.docket }

    /// The page at an address, without its language; `nil`: there is none.
    func page(_ path: [String]) async throws -> (any PageContent)? {
        switch (path.first, path.count) {
        case (nil, _):
            return OverviewContent(of: view.member, sections: state.standings, settlements: state.settlements)
        case ("sections", 1): return SectionListContent(state.standings)
        case ("sections", 2): return section(path[1], nil)
        case ("sections", 3): return section(path[1], path[2])
        case ("agreements", 1):
            return AgreementListContent(state.agreements, roster: docket.roster, now: view.desk.now)
        case ("agreements", 2): return agreement(path[1])
        case ("settlements", 1): return SettlementListContent(state.settlements, of: nil)
        case ("settlements", 2): return settlements(of: path[1])
        case ("settlements", 3), ("settlements", 4): return settlement(Array(path.dropFirst()))
        case ("statements", 3), ("statements", 4): return statement(Array(path.dropFirst()))
        case ("ledger", 1): return LedgerListContent(try state.ledger())
        case ("ledger", 3): return try ledger(path[1], path[2])
        case ("clearing", 1): return ClearingListContent(try state.clearings())
        case ("clearing", 3): return try state.clearing(path[1], path[2]).map { ClearingContent($0) }
        case ("sync", 1): return try await sync()
        case ("method", 1): return MethodContent(example: state.settlements.last { $0.settlement.verified != nil })
        case ("check", 1): return try await check()
        case ("verify", 1): return VerificationContent(code: "", found: [], replaced: [])
        case ("verify", 2): return verification(path[1])
        default: return nil
        }
    }

    private func same(_ left: String, _ right: String) -> Bool { Array(left.utf8) == Array(right.utf8) }

    // MARK: Sections

    private func section(_ name: String, _ period: String?) -> SectionContent? {
        guard let record = docket.sections.standing.first(where: { same($0.body.section.text, name) }) else {
            return nil
        }
        let months = state.months(of: record.body)
        let wanted = period.flatMap { Period($0) }
        // Years would be heavy, and are in the downloads.
        if period != nil { guard let wanted, [.day, .week, .month].contains(wanted.kind) else { return nil } }
        let shown = wanted ?? months.last
        return SectionContent(
            SectionReport(record, docket: docket, now: view.desk.now),
            shown.map { state.readings(of: record.body, in: $0) }, of: shown, months: months, isDated: wanted != nil,
            channels: state.channels)
    }

    // MARK: Agreements

    private func agreement(_ name: String) -> AgreementContent? {
        let versions = state.agreements.filter { same($0.entry.agreement.text, name) }
        return versions.isEmpty
            ? nil : AgreementContent(AgreementReport(versions, docket: docket, now: view.desk.now))
    }

    // MARK: Settlements

    private func settlements(of agreement: String) -> SettlementListContent? {
        let found = state.settlements.filter { same($0.settlement.key.agreement.text, agreement) }
        return found.isEmpty ? nil : SettlementListContent(found, of: agreement)
    }

    /// Agreement, period and, where it has to be said, the digest of the text.
    private func find(_ path: [String]) -> SettlementSummary? {
        state.settlement(path[0], path[1], digest: path.count > 2 ? path[2] : nil)
    }

    private func settlement(_ path: [String]) -> SettlementContent? {
        find(path).map { summary in
            SettlementContent(
                SettlementExplanation(summary), SettlementsDesk.page(of: summary, in: view),
                signatures: StatementSignature.all(summary.settlement, docket))
        }
    }

    private func statement(_ path: [String]) -> StatementContent? {
        find(path).map { StatementContent(SettlementStatement($0, docket: docket)) }
    }

    private func verification(_ code: String) -> VerificationContent {
        guard let digits = SettlementStatement.digits(ofCode: code) else {
            return VerificationContent(code: code, found: [], replaced: [])
        }
        let found = state.settlements.filter { summary in
            summary.settlement.standingDigest?.hex.hasPrefix(digits) ?? false
        }
        let replaced = docket.settlements.proposals.map(\.record).filter { record in
            record.body.settlementDigest.hex.hasPrefix(digits) && state.channels.contains(record.reference.log.channel)
        }
        return VerificationContent(code: code, found: found, replaced: replaced)
    }

    // MARK: Money

    private func ledger(_ basin: String, _ year: String) throws -> LedgerContent? {
        let book = try state.ledger()
        let basin = basin == "-" ? "" : basin
        guard let year = book.accounts.first(where: { same($0.basin, basin) && $0.year.text == year })?.year else {
            return nil
        }
        return LedgerContent(try CentreDesk.page(book, basin, year, in: view, state.settlements.map(\.settlement)))
    }

    // MARK: Logs

    private func sync() async throws -> SyncContent {
        let status = StatusDesk(node: node, running: true)
        let (own, peers) = try await status.logs(in: state.channels)
        return SyncContent(ownLogs: own, peers: peers)
    }

    private func check() async throws -> CheckContent {
        let heads = try docket.heads.filter { state.channels.contains($0.log.channel) }.compactMap { head in
            try node.database.cosigned(head.log).map { note, lines in
                CheckContent.Head(
                    OwnLogStatus(origin: head.log, size: head.size, rootHex: head.root.hex),
                    note: String(
                        decoding: node.witnesses.note(note, with: lines, for: head.log.channel), as: UTF8.self))
            }
        }
        return CheckContent(
            heads: heads, keys: docket.roster.members.flatMap { KeyRow.rows($0, docket.keys) })
    }
}
