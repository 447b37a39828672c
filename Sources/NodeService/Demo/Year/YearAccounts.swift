import Compensation
import Foundation
import Presentation

/// The nodes' own figures at the end of the year, read as a script would.
struct YearAccounts {
    let federation: DemoFederation
    private var codes: [String] { federation.members.map(\.code) }

    func report() async throws -> YearReport {
        for code in codes { try await level(code) }
        let settlements = try await settlements()
        var findings = 0
        var sums: [(name: Bilingual, amount: Fen)] = []
        for code in codes {
            let ledger = try await federation.command(code, ["ledger"])
            findings += ledger["findings"].list.count
            // Every member reads the same ledger; the centre's is the one that is printed.
            if code == DemoMember.centreCode { sums += zeroSums(ledger) }
        }
        sums += try await clearings()
        return YearReport(
            figures: try await figures(), sums: sums, settlements: settlements, findings: findings,
            folder: federation.folder.path)
    }

    /// Every log that the node may read mirrored to its end, all of it sound.
    private func level(_ code: String) async throws {
        _ = try await federation.wait("level", at: code, ["status"]) { answer in
            answer["peers"].list.allSatisfy {
                $0["state"].text == "not_shared" || ($0["state"].text == "up_to_date" && $0["lag"].number == 0)
            }
        }
        guard try await federation.command(code, ["log", "verify"])["sound"].flag else {
            throw DemoFailure("\(code): logs are not sound")
        }
    }

    /// How many settlements are recorded, each with one digest wherever it is seen.
    private func settlements() async throws -> Int {
        var digests: [String: String] = [:]  // lookup only: by agreement and period
        for code in codes {
            for settlement in try await federation.command(code, ["settlements"])["settlements"].list
            where YearStep.statesOnRecord.contains(settlement["state"].text) {
                let name = "\(settlement["agreement"].text) \(settlement["period"].text)"
                let digest = settlement["own_digest"].text
                guard digests.updateValue(digest, forKey: name) ?? digest == digest else {
                    throw DemoFailure("\(code): \(name): another digest than elsewhere")
                }
            }
        }
        return digests.count
    }

    private func zeroSums(_ ledger: DemoAnswer) -> [(name: Bilingual, amount: Fen)] {
        ledger["ledgers"].list.map { account in
            // Levies, incidents and awards from other funds have no counterpart (docs/centre.md).
            let sum = ["reward", "deduction", "award", "basin-account", "surcharge"].reduce(0) {
                $0 + account["sums_fen"][$1].number
            }
            let year = "\(account["basin"].text) \(account["year"].text)"
            return (Bilingual(zh: "台账 \(year)", en: "ledger \(year)"), Fen(Int64(sum)))
        }
    }

    /// Of every cleared year, party by party, what its settlements come to less what was received in advance, beside
    /// what its clearings have it pay or get; the differences without their signs, added up.
    private func clearings() async throws -> [(name: Bilingual, amount: Fen)] {
        let centre = DemoMember.centreCode
        let payments = try await federation.command(centre, ["payments", "list"])["payments"].list
        var sums: [(name: Bilingual, amount: Fen)] = []
        for clearing in try await federation.command(centre, ["clearing", "list"])["clearings"].list
        where clearing["clearings"].number > 0 {
            let (agreement, year) = (clearing["agreement"].text, clearing["year"].text)
            let shown = try await federation.command(centre, ["clearing", "show", agreement, year])
            guard shown["clearings"].list.allSatisfy({ $0["standing"].text == "stands" }) else {
                throw DemoFailure("\(agreement) \(year): a clearing does not stand")
            }
            let advances = payments.filter {
                $0["agreement"].text == agreement && $0["standing"].text == "counts" && $0["received_on"].isThere
            }.flatMap { payment in
                payment["items"].list.filter { $0["purpose"].text == "advance" && $0["year"].text == year }.map {
                    Flow(payer: payment["payer"].text, payee: payment["payee"].text, fen: $0["amount_fen"].number)
                }
            }
            let settled = shown["settlements"].list.flatMap { $0["transfers"].list.map(Flow.init) }
            let cleared = shown["clearings"].list.flatMap { $0["transfers"].list.map(Flow.init) }
            var net: [String: Int] = [:]
            for (flows, sign) in [(settled, 1), (advances, -1), (cleared, -1)] {
                for flow in flows {
                    net[flow.payer, default: 0] -= sign * flow.fen
                    net[flow.payee, default: 0] += sign * flow.fen
                }
            }
            let name = Bilingual(
                zh: "清算 \(agreement) \(year) 与核算之差", en: "clearing \(agreement) \(year) less what was settled")
            sums.append((name, Fen(Int64(net.values.reduce(0) { $0 + abs($1) }))))
        }
        return sums
    }

    /// So much from one party to another, as a node's answer has it.
    private struct Flow {
        let payer, payee: String
        let fen: Int

        init(payer: String, payee: String, fen: Int) {
            self.payer = payer
            self.payee = payee
            self.fen = fen
        }

        init(_ transfer: DemoAnswer) {
            self.init(
                payer: transfer["payer"].text, payee: transfer["payee"].text, fen: transfer["amount_fen"].number)
        }
    }

    // MARK: Published payments

    private func figures() async throws -> [YearReport.Figure] {
        var claims: [DemoAnswer] = []
        for code in [YearProvince.yunnan.code, YearProvince.chongqing.code] {
            claims += try await federation.command(code, ["payments", "list"])["claims"].list
        }
        return try PublishedPayment.all.map { payment in
            let payers = payment.payers
            let years = payment.years
            let span = years.count > 1 ? "\(years[0])—\(years[years.count - 1])" : years[0]
            return YearReport.Figure(
                river: payment.river,
                subject: Bilingual(
                    zh: "\(payers.map(\.name.zh).joined(separator: "、")) → \(payment.payee.zh) \(span)",
                    en: "\(payers.map(\.name.en).joined(separator: ", ")) → \(payment.payee.en) \(span)"),
                published: Fen(payment.amount * 1_000_000),
                computed: try payment.agreement == nil ? tried(payment) : received(payment, claims),
                means: payment.agreement == nil
                    ? Bilingual(zh: "方案试算", en: "the scheme alone")
                    : Bilingual(zh: "节点，已到账", en: "the nodes, received"),
                source: payment.source)
        }
    }

    /// What the payee's node says was owed and has arrived.
    private func received(_ payment: PublishedPayment, _ claims: [DemoAnswer]) -> Fen? {
        let found = claims.filter { claim in
            claim["agreement"].text == payment.agreement && payment.years.contains(claim["year"].text)
                && payment.payers.contains { $0.code == claim["payer"].text }
        }
        guard found.count == payment.years.count * payment.payers.count,
            found.allSatisfy({ $0["received_fen"].number == $0["amount_fen"].number })
        else { return nil }
        return Fen(Int64(found.reduce(0) { $0 + $1["amount_fen"].number }))
    }

    /// 渌水: Jiangxi has no node here, so its scheme is computed month by month, and nothing is recorded.
    private func tried(_ payment: PublishedPayment) throws -> Fen? {
        let sums = try payment.years.map { month in
            let outcome = try federation.outcome(
                nil,
                [
                    "scheme", "run", federation.path("schemes/渌水-江西-湖南.md"), "--data",
                    federation.path("docs/demo/year/lushui-2019-2020-made-up.csv"), "--period", month,
                ], json: true)
            return DemoAnswer(outcome.output)["transfers"].list.reduce(0) { sum, transfer in
                sum + (transfer["payer"].text == "430000" ? 1 : -1) * transfer["amount_fen"].number
            }
        }
        return Fen(Int64(sums.reduce(0, +)))
    }
}
