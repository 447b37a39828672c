import Compensation
import Federation
import GRDB
import TransparencyLog

/// Rows of what the centre says beside settlements, and of notices of incidents.
struct CentreViewWriter {
    private let db: Database
    private let place: EntryReference

    init(_ db: Database, _ place: EntryReference) {
        self.db = db
        self.place = place
    }

    func write(_ entry: Entry) throws {
        switch entry {
        case .levy(let levy):
            for (row, pair) in levy.pairs.enumerated() {
                try insert(
                    "levy",
                    [
                        row, levy.basin, pair.section.text, pair.upstream.text, pair.downstream.text,
                        levy.monthly.count, levy.from.text, levy.to?.text, levy.bearer.rawValue,
                    ])
            }
        case .levyCharge(let charge):
            for share in charge.shares {
                try insert(
                    "levy_charge",
                    [charge.pair.section.text, charge.month.text, share.party.text, share.amount.count])
            }
        case .incident(let incident):
            try insert("incident", [incident.section.text, incident.occurred.text, incident.description])
        case .incidentRuling(let ruling):
            try insert(
                "incident_ruling",
                [
                    ruling.incident.log.text, ruling.incident.index, ruling.party.text, ruling.basin, ruling.year.text,
                    ruling.cancels.map(\.rawValue).joined(separator: ","), ruling.deduction.count, ruling.reason,
                ])
        case .award(let award):
            let rows = award.lines.map { (false, $0) } + award.outside.map { (true, $0) }
            for (row, (isOutside, line)) in rows.enumerated() {
                try insert(
                    "award",
                    [
                        row, award.basin, award.year.text, isOutside, line.party.text, line.amount.count, line.remark,
                    ])
            }
        case .basinAccount(let account):
            for line in account.lines {
                try insert(
                    "basin_account",
                    [account.basin, account.year.text, line.party.text, line.amount.count, account.accountDigest.hex])
            }
        default: break
        }
    }

    private func insert(_ table: String, _ values: [(any DatabaseValueConvertible)?]) throws {
        let marks = Array(repeating: "?", count: values.count + 2).joined(separator: ", ")
        let statement = try db.cachedStatement(sql: "INSERT INTO \(table) VALUES (\(marks))")
        try statement.execute(arguments: StatementArguments([place.log.text, place.index] + values))
    }
}
