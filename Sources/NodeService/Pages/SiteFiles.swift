import Compensation
import Federation
import Presentation
import TransparencyLog

/// Makes the files that can be downloaded from the public pages.
struct SiteFiles {
    let node: Node
    let state: SiteState

    private var view: NodeView { state.view }
    private var docket: Docket { state.view.docket }

    /// The file at an address below `download`, without the language; `nil`: there is none.
    func file(_ path: [String], _ language: Language) async throws -> ProducedFile? {
        guard let last = path.last, let dot = last.lastIndex(of: "."), dot != last.startIndex else { return nil }
        let format = String(last[last.index(after: dot)...])
        let parts = path.dropLast() + [String(last[..<dot])]
        // Nothing is worked out for a file in a format that there is not.
        guard Self.has(format, parts[0]) else { return nil }
        switch (parts[0], parts.count) {
        case ("sections", 1):
            return try table(.sections(docket.sections.sections, docket.roster, language), "sections", format, language)
        case ("settlements", 1):
            return try table(.settlements(state.settlements, language), "settlements", format, language)
        case ("ledger", 1):
            return try table(.ledger(try state.ledger(), docket.roster, language), "ledger", format, language)
        case ("payments", 1):
            return try table(.payments(try state.money(), docket, language), "payments", format, language)
        case ("agreements", 1):
            return try table(
                .agreements(state.agreements, docket.roster, language, now: view.desk.now), "agreements", format,
                language)
        case ("ledger-net", 1):
            return try table(.net(try state.ledger(), docket.roster, language), "ledger-net", format, language)
        case ("clearing", 1):
            return try table(.clearings(try state.clearings(), language), "clearing", format, language)
        case ("claims", 1): return try table(.claims(try state.clearings(), language), "claims", format, language)
        case ("clearing-net", 3):
            guard let report = try state.clearing(parts[1], parts[2]) else { return nil }
            return try table(.net(report, language), "\(parts[1])-\(parts[2])-net", format, language)
        case ("keys", 1):
            let keys = docket.roster.members.flatMap { KeyRow.rows($0, docket.keys) }
            return try table(.keys(keys, language), "keys", format, language)
        case ("limits", 1): return try table(.limits(language), "limits", format, language)
        case ("readings", 3): return try readings(parts[1], parts[2], format, language)
        case ("scheme", 2): return scheme(parts[1])
        case ("inputs", 4), ("explanation", 4), ("statement", 4), ("proofs", 4), ("signatures", 4):
            guard let summary = state.settlement(parts[1], parts[2], digest: parts[3]) else { return nil }
            return try await file(parts[0], of: summary, format, language)
        default: return nil
        }
    }

    private static func has(_ format: String, _ kind: String) -> Bool {
        switch kind {
        case "scheme": format == "md"
        case "proofs": format == "tar"
        default: format == "json" || ExportForm.Format(rawValue: format) != nil
        }
    }

    private func file(
        _ kind: String, of summary: SettlementSummary, _ format: String, _ language: Language
    ) async throws -> ProducedFile? {
        let key = summary.settlement.key
        let name = "\(key.agreement.text)-\(key.periodText)"
        switch (kind, format) {
        case ("inputs", _):
            return try table(.inputs(SettlementExplanation(summary), language), "\(name)-inputs", format, language)
        case ("signatures", _):
            let signatures = StatementSignature.all(summary.settlement, docket)
            return try table(.signatures(signatures, language), "\(name)-signatures", format, language)
        case ("explanation", "json"):
            return ProducedFile("\(name)-steps.json", Array(SettlementExplanation(summary).jsonText.utf8))
        case ("statement", "json"):
            return ProducedFile("\(name).json", Array(SettlementStatement(summary, docket: docket).jsonText.utf8))
        case ("statement", "xlsx"):
            let statement = SettlementStatement(summary, docket: docket)
            return ProducedFile("\(name).xlsx", try StatementWorkbook.bytes(statement, language))
        case ("proofs", "tar"): return try await proofs(of: summary, name)
        default: return nil
        }
    }

    private func table(
        _ table: ExportTable, _ name: String, _ format: String, _ language: Language
    ) throws -> ProducedFile? {
        if format == "json" { return ProducedFile("\(name).json", Array(table.jsonText.utf8)) }
        guard let format = ExportForm.Format(rawValue: format) else { return nil }
        return ProducedFile("\(name).\(format.rawValue)", try ExportDesk.bytes(table, format, language))
    }

    private func readings(
        _ section: String, _ period: String, _ format: String, _ language: Language
    ) throws -> ProducedFile? {
        let known = docket.sections.sections.first { Array($0.section.text.utf8) == Array(section.utf8) }
        guard let known, let period = Period(period) else { return nil }
        let table = ExportTable.readings(docket, language, of: known.section, in: period, channels: state.channels)
        return try self.table(table, "\(known.section.text)-\(period.text)", format, language)
    }

    /// By the beginning of the digest, as it was signed.
    private func scheme(_ digest: String) -> ProducedFile? {
        let found = state.agreements.first { digest.utf8.count >= 8 && $0.entry.schemeDigest.hex.hasPrefix(digest) }
        return found.map { ProducedFile("\($0.scheme.identifier).md", Array($0.scheme.source.utf8)) }
    }

    private func proofs(of summary: SettlementSummary, _ name: String) async throws -> ProducedFile? {
        let key = summary.settlement.key
        let set = try await ProofDesk(node: node).prove(
            key.agreement.text, key.periodText, digest: key.agreementDigest.hex, in: view)
        var archive = TarArchive()
        for file in ProofSetFiles(settlement: set).files { archive.add("\(name)/\(file.name)", [UInt8](file.bytes)) }
        return ProducedFile("\(name)-proofs.tar", archive.bytes)
    }
}
