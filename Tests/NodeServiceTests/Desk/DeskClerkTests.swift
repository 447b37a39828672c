import Compensation
import Federation
import Foundation
import Testing

@testable import NodeService
@testable import Presentation

/// Forms as browsers and others send them, to a node that has recorded nothing.
@Suite("What the desk makes of a form")
struct DeskClerkTests {
    private let local: LocalNode
    private let node: Node
    private let clerk: DeskClerk

    init() async throws {
        local = try await LocalNode()
        node = try local.open()
        let added = await CommandDesk(node: node, running: true).perform(
            .addSection(LocalNode.liye), .zh, format: .table)
        try #require(added.exitCode == 0, "\(added.errors)")
        let account = OperatorAccount(
            name: "zhang", role: .clerk, certificate: nil, added: "2026-11-22T09:00:00+08:00")
        let sessions = DeskSessions(SettableClock(), .system)
        let session = try #require(sessions.session(sessions.begin(account)))
        clerk = DeskClerk(node: node, operators: (account, session), from: "127.0.0.1", language: .zh)
    }

    private func send(_ act: DeskAct, _ fields: [(String, String)]) async throws -> any PageContent {
        let body = try fields.map { name, value in
            "\(name)=\(try #require(value.addingPercentEncoding(withAllowedCharacters: .alphanumerics)))"
        }.joined(separator: "&")
        let form = try #require(FormFields(Array(body.utf8), type: "application/x-www-form-urlencoded"))
        return try await clerk.perform(act, form)
    }

    /// Sends the readings of April 2021. Returns the digest that a confirmation names; `nil`: there is none to give.
    private func upload(_ channel: String, confirmed: Bool = false) async throws -> String? {
        let fields =
            [("channel", channel), ("source", "cnemc-auto"), ("year", "2021")] + (confirmed ? [("confirm", "yes")] : [])
        let head =
            fields.map { "--x\r\nContent-Disposition: form-data; name=\"\($0)\"\r\n\r\n\($1)\r\n" }.joined()
            + "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"liye.csv\"\r\n\r\n"
        let body = try Array(head.utf8) + Repository.liye() + Array("\r\n--x--\r\n".utf8)
        let form = try #require(FormFields(body, type: "multipart/form-data; boundary=x"))
        let html = try await clerk.perform(.importReadings, form).markup(.zh).html
        return html.firstMatch(of: /name="file-digest" value="([0-9a-f]{64})"/).map { String($0.output.1) }
    }

    private func confirm(_ digest: String) async throws {
        _ = try await send(.importReadings, [("file-digest", digest), ("confirm", "yes")])
    }

    private func times() async throws -> Int {
        await node.docket.readings.times(of: try #require(SectionID("430000-liye"))).count
    }

    @Test("Nothing is confirmed that was not previewed", arguments: [DeskAct.propose, .accept, .object])
    func unseen(act: DeskAct) async throws {
        let fields = [("agreement", "youshui-2019"), ("period", "2021-04"), ("place", "x"), ("words", "y")]
        #expect(try await send(act, fields + [("confirm", "yes")]) is RefusalContent)
        #expect(!(try await send(act, fields) is RefusalContent))
    }

    @Test("A file is not recorded at once, nor in the channel that another preview named")
    func imports() async throws {
        #expect(try await upload("youshui", confirmed: true) == nil)
        let first = try #require(try await upload("youshui"))
        let second = try #require(try await upload("common"))
        #expect(first != second)
        try await confirm(first)
        #expect(try await times() == 0)
        try await confirm(second)
        #expect(try await times() > 0)
    }

    @Test("A correction goes to the channel that the reading is recorded in", arguments: ["youshui", "common"])
    func corrections(channel: String) async throws {
        try await confirm(try #require(try await upload(channel)))
        let reading = "2021-04-01 08:00|cnemc-auto"
        let sheet = try #require(
            try CorrectionSheet(
                await node.docket, node: node.member.node, section: "430000-liye", reading: reading))
        let cell = try #require(sheet.cells.first { $0.title.zh.hasPrefix("高锰酸盐指数") })
        let said = try await send(
            .correct,
            [
                ("section", "430000-liye"), ("reading", reading), ("seen", sheet.seen), ("reason", "抄录有误"),
                (cell.name, "2.80"), ("confirm", "yes"),
            ])
        let channels = await node.docket.readings.correctionRecords.map(\.record.reference.log.channel.text)
        #expect(channels == [channel], "\(said.markup(.zh).html)")
    }
}
