import Compensation
import Federation
import Foundation
import Testing

@testable import NodeService

/// What comes up at running nodes because days pass: renewal, a silent centre, a levy. The days are counted by hand.
@Suite struct RemindersTests {
    private static let chongqing = "500000"
    private static let hunan = "430000"
    private static let guizhou = "520000"
    private static let agreement = "youshui-2019"

    /// 酉水 in force for January 2021 to December 2024, between 重庆 and 湖南.
    private static func inForce(_ folder: Folder, renewalDays: Int? = nil) async throws -> RiverNodes {
        let nodes = try await RiverNodes([hunan, chongqing], channel: "youshui", in: folder.url)
        try nodes.setClock("2021-01-05T09:00:00+08:00")
        try await nodes.done(chongqing, .addSection(LocalNode.liye))
        try await nodes.exchange(1)
        try await sign(nodes, from: "2021-01", to: "2024-12", renewalDays: renewalDays)
        return nodes
    }

    private static func sign(
        _ nodes: RiverNodes, from: String, to: String, renewalDays: Int? = nil
    ) async throws {
        var form = AgreementCommand.DraftForm(
            scheme: NamedFile(name: "youshui.md", bytes: try scheme(to)), channel: "youshui")
        form.validFrom = from
        form.validTo = to
        form.renewalDays = renewalDays
        try await nodes.done(hunan, .agreement(.draft(form, dryRun: false)))
        try await nodes.exchange(1)
        let texts = try #require(
            try await nodes.done(hunan, .agreements)["agreements"] as? [[String: Any]])
        let digest = try #require(
            texts.first { $0["valid_to"] as? String == to }?["agreement_digest"] as? String, "\(texts)")
        for code in [hunan, chongqing] {
            try await nodes.done(code, .agreement(.sign(agreement: agreement, digest: digest, dryRun: false)))
        }
        try await nodes.exchange()
    }

    /// The library's scheme, valid long enough.
    private static func scheme(_ to: String) throws -> [UInt8] {
        let text = String(decoding: try Repository.bytes("schemes/酉水-重庆-湖南.md"), as: UTF8.self)
        let longer = text.replacing("valid from 2019-01 to 2024-12", with: "valid from 2019-01 to 2027-12")
        try #require(longer != text)
        return Array(longer.utf8)
    }

    /// The codes of these conditions that a node shows, with their subjects.
    private static func shown(_ codes: [String], _ nodes: RiverNodes, at node: String) async throws -> [String] {
        let status = try await nodes.perform(node, .status(check: false))
        let report = try #require(
            try JSONSerialization.jsonObject(with: Data(status.output.utf8)) as? [String: Any], "\(status)")
        let conditions = try #require(report["conditions"] as? [[String: Any]])
        return conditions.compactMap { condition in
            guard let code = condition["code"] as? String, codes.contains(code) else { return nil }
            return "\(code) \(condition["subject"] as? String ?? "")"
        }
    }

    private static func expect(
        _ expected: [String], of codes: [String], _ nodes: RiverNodes, at code: String, on day: String
    ) async throws {
        try nodes.setClock(day)
        #expect(try await shown(codes, nodes, at: code) == expected, "\(code) on \(day)")
    }

    /// Ninety days before the end of 2024 are reached at midnight before 3 October, ninety after it at midnight before
    /// 1 April 2025.
    @Test func renewalIsRemindedOfUntilSomethingFollows() async throws {
        let folder = try Folder()
        let nodes = try await Self.inForce(folder)
        let codes = ["AGR-06", "AGR-07"]
        let days: [(String, [String])] = [
            ("2024-10-02T23:59:00+08:00", []), ("2024-10-03T00:00:00+08:00", ["AGR-06"]),
            ("2024-12-31T23:59:00+08:00", ["AGR-06"]), ("2025-01-01T00:00:00+08:00", ["AGR-07"]),
            ("2025-03-31T23:59:00+08:00", ["AGR-07"]), ("2025-04-01T00:00:00+08:00", []),
        ]
        for code in [Self.chongqing, Self.hunan] {
            for (day, expected) in days {
                try await Self.expect(
                    expected.map { "\($0) \(Self.agreement)" }, of: codes, nodes, at: code, on: day)
            }
        }
        // It is the parties' business.
        try await Self.expect([], of: codes, nodes, at: RiverNodes.centre, on: "2024-12-01T09:00:00+08:00")
        try await Self.sign(nodes, from: "2025-01", to: "2026-12")
        for day in ["2024-12-01T09:00:00+08:00", "2025-01-20T09:00:00+08:00"] {
            try await Self.expect([], of: codes, nodes, at: Self.hunan, on: day)
        }
        try await Self.expect(
            ["AGR-06 \(Self.agreement)"], of: codes, nodes, at: Self.hunan, on: "2026-12-01T09:00:00+08:00")
    }

    @Test func theAgreementSaysHowLongBefore() async throws {
        let folder = try Folder()
        let nodes = try await Self.inForce(folder, renewalDays: 10)
        let days: [(String, [String])] = [
            ("2024-12-21T23:59:00+08:00", []), ("2024-12-22T00:00:00+08:00", ["AGR-06"]),
            ("2025-01-10T23:59:00+08:00", ["AGR-07"]), ("2025-01-11T00:00:00+08:00", []),
        ]
        for (day, expected) in days {
            try await Self.expect(
                expected.map { "\($0) \(Self.agreement)" }, of: ["AGR-06", "AGR-07"], nodes, at: Self.chongqing,
                on: day)
        }
    }

    /// Agreed on 6 May; thirty days later, and not before, both parties are told that the centre says nothing.
    @Test func aSilentCentreIsToldAfterThirtyDays() async throws {
        let folder = try Folder()
        let nodes = try await Self.inForce(folder)
        let parties = [Self.hunan, Self.chongqing]
        try nodes.setClock("2021-05-06T09:00:00+08:00")
        let csv = "断面,监测时间,状态,codmn,nh3n,tp\n里耶镇,2021-04-01 08:00,正常,2.5,0.02,0.04\n"
        try await nodes.done(Self.chongqing, .importReadings(LocalNode.file("april.csv", Array(csv.utf8))))
        try await nodes.exchange(among: parties)
        for code in parties {
            try await nodes.done(code, .accept(agreement: Self.agreement, period: "2021-04", digest: nil))
        }
        try await nodes.exchange(among: parties)
        for code in parties {
            #expect(try await nodes.states(at: code) == ["2021-04 agreed"])
            try await Self.expect([], of: ["CEN-04"], nodes, at: code, on: "2021-06-05T09:00:00+08:00")
            try await Self.expect(
                ["CEN-04 \(Self.agreement) 2021-04"], of: ["CEN-04"], nodes, at: code, on: "2021-06-05T09:00:01+08:00")
        }
        // It comes back, and says what it has to.
        try await nodes.exchange()
        for code in parties {
            #expect(try await nodes.states(at: code) == ["2021-04 recorded"])
            try await Self.expect([], of: ["CEN-04"], nodes, at: code, on: "2021-06-05T09:00:01+08:00")
        }
    }

    /// A levy runs for the pair from its first month until both have signed; a third province is not told.
    @Test func aLevyRunsUntilThePairHasSigned() async throws {
        let folder = try Folder()
        let nodes = try await RiverNodes(
            [Self.hunan, Self.chongqing, Self.guizhou], channel: "youshui", in: folder.url)
        let pair = [Self.hunan, Self.chongqing]
        try nodes.setClock("2022-12-05T09:00:00+08:00")
        try await nodes.done(Self.chongqing, .addSection(LocalNode.liye))
        try await nodes.exchange(1)
        try await nodes.done(
            RiverNodes.centre,
            .centre(
                .recordLevy(
                    CentreCommand.LevyForm(
                        basin: "长江流域", sections: ["430000-liye"], monthly: "100万元", from: "2023-01", to: "2023-07",
                        bearer: "upstream"), dryRun: false)))
        try await nodes.exchange()
        let codes = ["CEN-06", "CEN-07"]
        let days: [(String, [String])] = [
            ("2022-12-31T23:59:00+08:00", []), ("2023-01-01T00:00:00+08:00", ["CEN-06 430000-liye"]),
            ("2023-07-31T23:59:00+08:00", ["CEN-06 430000-liye"]), ("2023-08-01T00:00:00+08:00", []),
        ]
        for code in pair {
            for (day, expected) in days {
                try await Self.expect(expected, of: codes, nodes, at: code, on: day)
            }
        }
        try await Self.expect([], of: codes, nodes, at: Self.guizhou, on: "2023-02-05T09:00:00+08:00")
        try await Self.expect([], of: codes, nodes, at: RiverNodes.centre, on: "2023-01-31T23:59:00+08:00")
        try await Self.expect(
            ["CEN-07 430000-liye"], of: codes, nodes, at: RiverNodes.centre, on: "2023-02-01T00:00:00+08:00")
        try nodes.setClock("2023-02-05T09:00:00+08:00")
        try await Self.sign(nodes, from: "2023-01", to: "2024-12")
        for code in pair { try await Self.expect([], of: codes, nodes, at: code, on: "2023-02-06T09:00:00+08:00") }
    }
}
