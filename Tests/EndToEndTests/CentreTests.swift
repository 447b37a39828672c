import Foundation
import Testing

extension EndToEnd {
    /// A centre that is silent, that lies, and that signs two histories: the provinces settle, show it, and can prove
    /// what it signed.
    @Suite struct CentreTests {
        private static let log = "100000.tongzhou.test/central/1"
        private static let settled = "youshui-2019 2021-04"

        @Test func provincesGoOnWithoutBesideAndAgainstTheCentre() async throws {
            let federation = try await TestFederation()
            let (chongqing, hunan) = (federation.chongqing, federation.hunan)
            try await federation.start(chongqing, hunan)
            try await federation.agree()
            try await agree(on: "2021-04", try month("2021-04", federation), federation)
            try await isProvenWithoutTheCentre(federation)

            let lies = try await lies(federation)
            let file = try federation.scratch.write("lies.jsonl", lies.joined(separator: "\n") + "\n")
            let centre = try await HostilePeer(
                as: federation.centre, in: federation, size: lies.count, channel: "central", entries: file)
            for node in [chongqing, hunan] {
                try await federation.mirrored(Self.log, lies.count, at: node)
                try await isShown(at: node)
            }
            try await isProvenAgainstTheCentre(federation)
            // Nothing of it keeps the two from the next month.
            try await agree(on: "2021-05", try month("2021-05", federation), federation)

            try centre.serve("twin-of-one-size", size: lies.count)
            for node in [chongqing, hunan] {
                try await Eventually.holds("\(node.code): \(centre.complaints)") {
                    try await node.conditions().contains("MIR-03 \(Self.log)")
                }
            }
            try await isForkProven(federation)
            try await agree(on: "2021-06", try month("2021-06", federation), federation)
            try await centre.stop()
            try await federation.stop()
        }

        /// 财资环〔2025〕50号 with the numbers of the scheme's own test: 刘庄 halves its CODMn; in space at 6 000 a point
        /// Henan receives 1 000, Shandong pays 1 700, the other seven receive 100 each.
        @Test func theUnifiedAccountingIsTheSameOnEveryNode() async throws {
            let federation = try await TestFederation()
            let (chongqing, hunan, centre) = (federation.chongqing, federation.hunan, federation.centre)
            try await federation.start(chongqing, hunan, centre)
            var table = "断面,监测时间,状态,codmn,nh3n,tp\n"
            for section in Self.yellowRiver {
                let (code, name) = (String(section.prefix(6)), String(section.dropFirst(7)))
                try await centre.done(
                    "sections", "add", "--id", section, "--name-zh", name, "--name-en", name, "--river", "黄河",
                    "--basin", "黄河流域", "--upstream", code == "630000" ? "540000" : "630000", "--downstream", code)
                for year in [2024, 2025] {
                    let codmn = year == 2025 && name == "liuzhuang" ? "1" : "2"
                    table += "\(section),\(year)-06-15 08:00,正常,\(codmn),0.1,0.05\n"
                }
            }
            try await centre.done("import", try federation.scratch.write("years.csv", table))
            let size = try #require(try await centre.ownSize("common"))
            for node in [chongqing, hunan] {
                try await federation.mirrored("100000.tongzhou.test/common/1", size, at: node)
            }
            let scheme = ProgramUnderTest.file("schemes/黄河干流-2025.md")
            let facts = try federation.scratch.write(
                "facts.csv",
                "name,arguments,value\n空间权重,,1\n时间权重,,0\n每分金额,,6000 万元\n以前三年平均,,no\n源头基准,CODMn,2 mg/L\n"
                    + "源头基准,NH3-N,0.1 mg/L\n源头基准,TP,0.05 mg/L\n")
            let record = [
                "basin-account", "record", scheme, "--basin", "黄河流域", "--year", "2025", "--facts", facts, "--config",
                centre.config,
            ]
            let stale = try await Run.tongzhou(record + ["--digest", "0123456789"])
            #expect(stale.exitCode == 5, "\(stale)")
            let planned = try await Run.done(record + ["--dry-run", "--lang", "en"])
            #expect(planned.output.contains("Nothing was written") && planned.output.contains("sum 0"), "\(planned)")
            #expect(try await centre.ownSize("central") == 1)
            _ = try await Run.done(record)
            for node in [chongqing, hunan, centre] {
                try await holds(3, at: node, federation)
                let account = try await node.done("basin-account")["accounts"][0]
                #expect(account["findings"].list.isEmpty, "\(node.code): \(account["findings"])")
                let lines = account["account"]["lines"].list
                #expect(
                    account["own_lines"].list.map { $0["amount_fen"].number } == lines.map { $0["amount_fen"].number })
                let amounts = lines.map { "\($0["party"].text) \($0["amount_fen"].number ?? 0)" }
                #expect(
                    amounts == [
                        "140000 100000000", "150000 100000000", "370000 -1700000000", "410000 1000000000",
                        "510000 100000000", "610000 100000000", "620000 100000000", "630000 100000000",
                        "640000 100000000",
                    ], "\(node.code)")
            }
            try await federation.stop()
        }

        private func holds(_ size: Int, at node: TestNode, _ federation: TestFederation) async throws {
            if node.code == federation.centre.code {
                #expect(try await node.ownSize("central") == size)
            } else {
                try await federation.mirrored(Self.log, size, at: node)
            }
        }

        private static let yellowRiver = [
            "630000-mentang", "630000-dahejia", "510000-maqu", "620000-xinchengqiao", "620000-wufosi",
            "640000-xiaheyan", "640000-yesheng", "640000-mahuanggou", "150000-haibowan", "150000-huajiangyingzi",
            "150000-lamawan", "140000-wanjiazhai", "610000-longmen", "140000-sanmenxia", "410000-xiaolangdi",
            "410000-liuzhuang", "370000-luokou", "370000-lijin",
        ]

        /// Two readings of class Ⅱ in a month.
        private func month(_ period: String, _ federation: TestFederation) throws -> String {
            let rows = [("01 08:00", "2.79"), ("01 12:00", "2.42")].map {
                "里耶镇,\(period)-\($0),正常,7.68,8.82,\($1),0.025,0.034\n"
            }
            return try federation.scratch.write(
                "\(period).csv", "断面,监测时间,状态,pH,DO,codmn,nh3n,tp\n" + rows.joined())
        }

        /// Import, proposals, acceptances: agreed at both, whatever the centre does.
        private func agree(on period: String, _ file: String, _ federation: TestFederation) async throws {
            let nodes = [federation.chongqing, federation.hunan]
            try await federation.chongqing.done("import", file)
            for node in nodes { try await reaches("proposed", period, at: node) }
            for node in nodes { try await federation.accept(period, at: node) }
            for node in nodes { try await reaches("agreed", period, at: node) }
        }

        private func reaches(_ state: String, _ period: String, at node: TestNode) async throws {
            try await Eventually.holds("\(node.code): \(period) \(state)") {
                try await node.done("settlements")["settlements"].list.contains {
                    $0["period"].text == period && $0["state"].text == state
                }
            }
        }

        /// Proposals and acceptances prove the agreement; there is no verdict among the proofs.
        private func isProvenWithoutTheCentre(_ federation: TestFederation) async throws {
            let folder = federation.scratch("silent")
            try await federation.hunan.done("proof", "youshui-2019", "2021-04", "--out", folder)
            let keys = Run.text("\(folder)/keys.txt").split(separator: "\n").map(String.init)
            let check = try DocumentedCheck(federation.scratch)
            for name in ["proposal-500000", "acceptance-500000", "proposal-430000", "acceptance-430000"] {
                let key = try #require(keys.first { $0.hasPrefix(name.suffix(6)) })
                #expect(try await check.holds("proof", key, "\(folder)/\(name).tlog-proof", "\(folder)/\(name).json"))
            }
            #expect(!FileManager.default.fileExists(atPath: "\(folder)/verdict.json"))
        }

        /// A refusal that does not follow, a reward that nobody earned, a table that is not zero, an accounting of a
        /// scheme that nobody has.
        private func lies(_ federation: TestFederation) async throws -> [String] {
            let hunan = federation.hunan
            let agreement = try await hunan.done("agreements")["agreements"][0]["agreement_digest"].text
            let settlements = try await hunan.done("settlements")["settlements"].list
            let digest = try #require(settlements.first { $0["period"].text == "2021-04" })["own_digest"].text
            let key: [String: Any] = [
                "agreement": "youshui-2019", "agreement_digest": agreement, "period": "2021-04",
                "settlement_digest": digest,
            ]
            return [
                try entry("verdict", key.merging(["acceptances": [], "conclusion": "refused-digest-differs"]) { $1 }),
                try entry("reward", key.merging(["party": "430000", "amount_fen": 990_000_000]) { $1 }),
                try entry(
                    "award",
                    [
                        "basin": "长江流域", "year": "2021", "outside": [],
                        "lines": [["party": "430000", "amount_fen": 5_000_000]],
                    ]),
                try entry(
                    "basin-account",
                    [
                        "basin": "长江流域", "year": "2025", "scheme_digest": digest, "account_digest": digest, "cut": [],
                        "corrections_not_applied": [], "values": [],
                        "lines": [["party": "430000", "amount_fen": 7], ["party": "500000", "amount_fen": -6]],
                    ]),
            ]
        }

        private func entry(_ kind: String, _ fields: [String: Any]) throws -> String {
            let whole = fields.merging(["kind": kind, "v": 1, "log": Self.log, "at": "2021-06-01T09:00:00+08:00"]) {
                $1
            }
            let bytes = try JSONSerialization.data(
                withJSONObject: whole, options: [.sortedKeys, .withoutEscapingSlashes])
            return String(decoding: bytes, as: UTF8.self)
        }

        private func isShown(at node: TestNode) async throws {
            try await Eventually.holds("\(node.code) shows the lies") {
                try await node.conditions().contains("CEN-01 \(Self.settled)")
            }
            let ledger = try await node.done("ledger")
            let codes = ledger["findings"].list.map { $0["code"].text }
            #expect(
                codes == [
                    "ledger-verdict-differs", "ledger-line-unearned", "award-not-zero", "account-not-zero",
                    "account-not-held",
                ], "\(node.code): \(ledger)")
            let conditions = try await node.conditions()
            for expected in [
                "SET-03 \(Self.settled)", "CEN-01 \(Self.settled)", "CEN-01 长江流域 2021", "CEN-02 长江流域 2025",
            ] {
                #expect(conditions.contains(expected), "\(expected) of \(conditions)")
            }
            #expect(try await Run.tongzhou(["status", "--check", "--config", node.config]).exitCode == 5)
        }

        /// Each false word with the centre's signature over it, for people who have nothing else.
        private func isProvenAgainstTheCentre(_ federation: TestFederation) async throws {
            let key = try VerifierKey.text(of: federation.centre, channel: "central")
            let check = try DocumentedCheck(federation.scratch)
            for index in 0..<4 {
                let proof = federation.scratch("lie-\(index).tlog-proof")
                try await federation.chongqing.done("proof", "\(Self.log)#\(index)", "--out", proof)
                let said = federation.scratch("lie-\(index).json")
                #expect(try await check.holds("proof", key, proof, said), "\(index)")
                let strange = federation.scratch("lie-\((index + 1) % 4).json")
                if index == 3 { #expect(try await !check.holds("proof", key, proof, strange)) }
            }
        }

        private func isForkProven(_ federation: TestFederation) async throws {
            let key = try VerifierKey.text(of: federation.centre, channel: "central")
            for node in [federation.chongqing, federation.hunan] {
                let file = federation.scratch("central-fork-\(node.code).json")
                try await node.done("evidence", "export", "--out", file)
                let verdict = try await Run.done(["evidence", "verify", file, "--key", key, "--json"]).json
                #expect(verdict["proven"].flag == true && verdict["log"].text == Self.log)
                #expect(try await DocumentedCheck(federation.scratch).holds("evidence", file))
            }
        }
    }
}
