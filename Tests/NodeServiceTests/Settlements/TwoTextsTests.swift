import Foundation
import Testing

@testable import NodeService

/// A month settled under one text, which a later text would cover as well: it stays with the first, is found there, and
/// neither text is taken for the other.
@Suite struct TwoTextsTests {
    private static let agreement = "youshui-2019"

    private func digests(_ nodes: RiverNodes) async throws -> [String] {
        let report = try await nodes.done("500000", .agreement(.show(agreement: Self.agreement)))
        let versions = try #require(report["versions"] as? [[String: Any]])
        return versions.compactMap { $0["agreement_digest"] as? String }
    }

    /// Drafted by 湖南 and signed by both; nobody need say which text, as only one can still come into force.
    private func agree(_ form: AgreementCommand.DraftForm, _ nodes: RiverNodes) async throws {
        try await nodes.done("430000", .agreement(.draft(form, dryRun: false)))
        try await nodes.exchange(1)
        for code in ["430000", "500000"] {
            try await nodes.done(code, .agreement(.sign(agreement: Self.agreement, digest: nil, dryRun: false)))
        }
        try await nodes.exchange()
    }

    @Test func theOneThatIsMeantIsNamed() async throws {
        let folder = try Folder()
        let nodes = try await RiverNodes(["430000", "500000"], channel: "youshui", in: folder.url)
        try nodes.setClock("2021-05-06T09:00:00+08:00")
        try await nodes.done("500000", .addSection(LocalNode.liye))
        try await nodes.exchange(1)
        let scheme = try Repository.bytes("schemes/酉水-重庆-湖南.md")
        var form = AgreementCommand.DraftForm(scheme: NamedFile(name: "scheme.md", bytes: scheme), channel: "youshui")
        form.filingDays = 30
        try await agree(form, nodes)
        try await nodes.done("430000", .importReadings(LocalNode.file("liye.csv", try Repository.liye())))
        try await nodes.exchange()
        try await nodes.settle(Self.agreement, "2021-04")
        let first = try #require(try await digests(nodes).first)

        form.validFrom = "2021-01"
        try await agree(form, nodes)
        let second = try #require(try await digests(nodes).first { $0 != first })

        // The same draft again is the text that is in force already.
        try await nodes.done("430000", .agreement(.draft(form, dryRun: false)))
        #expect(try await digests(nodes).count == 2)
        // The first text was never filed; it is nobody's duty any more.
        try nodes.setClock("2021-08-06T09:00:00+08:00")
        let status = try await nodes.done("430000", .status(check: false))
        let conditions = try #require(status["conditions"] as? [[String: Any]])
        #expect(conditions.count { $0["code"] as? String == "AGR-04" } == 1)

        func show(_ digest: String?) async throws -> CommandOutcome {
            try await nodes.perform(
                "500000", .settlement(.show(agreement: Self.agreement, period: "2021-04", digest: digest)))
        }
        for digest in [nil, String(first.prefix(8))] {
            #expect(try await show(digest).output.contains("\"state\":\"recorded\""), "\(digest ?? "-")")
        }
        for digest in [second, "00000000", String(first.prefix(7))] {
            let refused = try await show(digest)
            #expect(refused.exitCode == ExitCode.integrity)
            #expect(refused.errors.contains(first))
        }
    }
}
