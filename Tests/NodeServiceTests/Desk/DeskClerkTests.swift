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

    /// Sends a form with a file, as a browser does.
    private func send(_ fields: [(String, String)], file: [UInt8]) async throws -> any PageContent {
        let head =
            fields.map { "--x\r\nContent-Disposition: form-data; name=\"\($0)\"\r\n\r\n\($1)\r\n" }.joined()
            + "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"liye.csv\"\r\n\r\n"
        let body = Array(head.utf8) + file + Array("\r\n--x--\r\n".utf8)
        return try await clerk.perform(
            .importReadings, try #require(FormFields(body, type: "multipart/form-data; boundary=x")))
    }

    /// Sends the readings of April 2021. Returns the digest that a confirmation names; `nil`: there is none to give.
    private func upload(_ channel: String, confirmed: Bool = false) async throws -> String? {
        let fields =
            [("channel", channel), ("source", "cnemc-auto"), ("year", "2021")] + (confirmed ? [("confirm", "yes")] : [])
        let html = try await send(fields, file: try Repository.liye()).markup(.zh).html
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

    // MARK: What was typed is shown again

    private static let hostile = "\"><b>里耶'"
    private static let escaped = "&quot;&gt;&lt;b&gt;里耶&#39;"

    /// Of the form for an act, as it stands on a page.
    private static func form(_ act: DeskAct, _ html: String) throws -> Substring {
        let start = try #require(html.firstRange(of: "/do/\(act.rawValue)\"")?.upperBound, "\(html)")
        return html[start...].prefix(upTo: try #require(html[start...].firstRange(of: "</form>")?.lowerBound))
    }

    @Test("A refused import says why and keeps all but the file", arguments: ["20二一", "2021"])
    func importAgain(year: String) async throws {
        let spoilt = String(decoding: try Repository.liye(), as: UTF8.self).replacing("2.79", with: "2.7九")
        let fields = [
            ("year", year), ("source", "station-7"), ("channel", "youshui"), ("reason", Self.hostile),
        ]
        let html = try await send(fields, file: Array(spoilt.utf8)).markup(.zh).html
        #expect(html.contains(year == "2021" ? "第 2 行" : "年份应为四位数字"), "\(html)")
        let form = try Self.form(.importReadings, html)
        #expect(form.contains("name=\"year\" type=\"text\" maxlength=\"4\" value=\"\(year)\""), "\(form)")
        #expect(form.contains("value=\"station-7\"") && !form.contains("cnemc-auto"), "\(form)")
        #expect(form.contains("<option value=\"youshui\" selected>"), "\(form)")
        #expect(form.contains("value=\"\(Self.escaped)\"") && !html.contains("<b>"), "\(form)")
        #expect(form.contains("type=\"file\"") && !form.contains("liye.csv"), "\(form)")
    }

    @Test("A refused correction keeps the values and the reason; one of something else than is recorded, the reason")
    func correctionAgain() async throws {
        try await confirm(try #require(try await upload("common")))
        let reading = "2021-04-01 08:00|cnemc-auto"
        let sheet = try #require(
            try CorrectionSheet(
                await node.docket, node: node.member.node, section: "430000-liye", reading: reading))
        let cell = try #require(sheet.cells.first { $0.title.zh.hasPrefix("高锰酸盐指数") })
        func again(_ seen: String) async throws -> Substring {
            let html = try await send(
                .correct,
                [
                    ("section", "430000-liye"), ("reading", reading), ("seen", seen),
                    ("reason", "抄录有误\r\n" + Self.hostile), (cell.name, "2.8九"),
                ]
            ).markup(.zh).html
            #expect(!html.contains("<b>"))
            return try Self.form(.correct, html)
        }
        let refused = try await again(sheet.seen)
        #expect(refused.contains("抄录有误\n\(Self.escaped)</textarea>"), "\(refused)")
        #expect(refused.contains("value=\"2.8九\"") && !refused.contains("value=\"2.79\""), "\(refused)")
        let unseen = try await again("0123456789abcdef")
        #expect(unseen.contains("抄录有误") && unseen.contains("value=\"\(sheet.seen)\""), "\(unseen)")
        #expect(!unseen.contains("2.8九") && unseen.contains("value=\"2.79\""), "\(unseen)")
    }

    @Test("A reading that is not there can be looked for again")
    func choiceAgain() async throws {
        try await confirm(try #require(try await upload("common")))
        let html = try await send(
            .correct, [("section", "430000-liye"), ("time", "2021-04-01 09:00"), ("source", "cnemc-auto")]
        ).markup(.zh).html
        let form = try Self.form(.correct, html)
        #expect(html.contains("没有这条数据") && form.contains("value=\"2021-04-01 09:00\""), "\(html)")
        #expect(form.contains("<option value=\"cnemc-auto\" selected>"), "\(form)")
    }
}
