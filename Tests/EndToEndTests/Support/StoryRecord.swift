import Foundation
import Testing

/// What the three folders must hold when the demonstration has been told, however often it was interrupted.
struct StoryRecord {
    let folder: String
    private let logs: [String: [KeptLog]]

    init(folder: String) throws {
        self.folder = folder
        var logs: [String: [KeptLog]] = [:]
        for code in TestFederation.codes { logs[code] = try KeptLog.all(in: "\(folder)/\(code)") }
        self.logs = logs
    }

    /// Everything said, once each and in this order.
    private static let kinds: [(code: String, channel: String, kinds: [String])] = [
        ("500000", "common", ["node", "section", "readings", "readings-correction"]),
        ("500000", "youshui", ["node", "agreement-signature", "proposal", "proposal", "acceptance"]),
        ("430000", "common", ["node", "readings-endorsement"]),
        (
            "430000", "youshui",
            [
                "node", "scheme", "agreement", "agreement-signature", "proposal", "objection", "proposal", "acceptance",
            ]
        ),
        ("100000", "common", ["node"]),
        ("100000", "central", ["node", "verdict", "deduction", "reward"]),
    ]

    private func own(_ code: String, _ channel: String) throws -> KeptLog {
        let origin = "\(code).tongzhou.test/\(channel)/1"
        return try #require(logs[code]?.first { $0.own && $0.origin == origin }, "\(origin)")
    }

    func check() async throws {
        try checkEntries()
        try checkAmounts()
        let record = try FederationRecord(TestFederation.codes.map { "\(folder)/\($0)" })
        try record.isOneHistory()
        try await record.isSound()
    }

    private func checkEntries() throws {
        for expected in Self.kinds {
            let log = try own(expected.code, expected.channel)
            #expect(log.kinds == expected.kinds, "\(log.origin)")
        }
        #expect(logs.values.joined().filter(\.own).count == Self.kinds.count)
    }

    /// 13 valid means give 7.5254 mg/L, class Ⅳ, so Chongqing pays; after the correction 2.3186, class Ⅱ, so
    /// Hunan pays: the month's 400 000 yuan in fen.
    private func checkAmounts() throws {
        for code in ["500000", "430000"] {
            let transfers = try own(code, "youshui").bodies.filter { $0["kind"].text == "proposal" }
                .map { $0["transfers"].list.map { "\($0["payer"].text)>\($0["payee"].text) \($0["amount_fen"])" } }
            #expect(transfers == [["500000>430000 40000000"], ["430000>500000 40000000"]], "\(code)")
        }
        let central = try own("100000", "central").bodies
        #expect(central.first { $0["kind"].text == "verdict" }?["conclusion"].text == "verified")
        let ledger = central.compactMap { entry -> (String, Int)? in
            guard let amount = entry["amount_fen"].number else { return nil }
            return (entry["party"].text, entry["kind"].text == "deduction" ? -amount : amount)
        }
        #expect(ledger.map(\.0) == ["430000", "500000"])
        #expect(ledger.map(\.1) == [-40_000_000, 40_000_000])
        #expect(ledger.map(\.1).reduce(0, +) == 0)
    }
}
