import Compensation
import Federation
import Testing
import TransparencyLog

@testable import Presentation

/// 湖南省 computes other than 重庆市 proposes, since it has not endorsed a correction.
@Suite("What an operator may do about a settlement")
struct ActingContentTests {
    @Test("An objection names the proposal of the other party, an acceptance what this node computes")
    func digests() throws {
        var story = try Story()
        try story.dispute()
        let summary = try story.settlement(Story.hunan)
        let me = try #require(PartyCode(Story.hunan))
        let theirs = try #require(
            summary.settlement.positions.first { $0.party != me }?.proposal?.body.settlementDigest.hex)
        let own = try #require(summary.ownDigest)
        try #require(own != theirs)
        let frame = DeskFrame(name: "li", role: .approver) { _ in "" }
        let html = ActingContent.settlement(RefusalContent(Bilingual(zh: "", en: "")), summary, me: me, frame)
            .markup(.zh).html
        func form(_ act: DeskAct) throws -> Substring {
            let start = try #require(html.firstRange(of: "/do/\(act.rawValue)\"")?.upperBound)
            return html[start...].prefix(upTo: try #require(html[start...].firstRange(of: "</form>")?.lowerBound))
        }
        #expect(try form(.object).contains(theirs) && !form(.object).contains(own))
        #expect(try form(.accept).contains(own) && !form(.accept).contains(theirs))
    }

    /// Only a party can accept, object or propose; the command refuses anybody else.
    @Test("Who is no party is offered nothing")
    func onlooker() throws {
        var story = try Story()
        try story.dispute()
        let summary = try story.settlement(Story.centre)
        let frame = DeskFrame(name: "li", role: .approver) { _ in "" }
        func html(_ code: String) throws -> String {
            ActingContent.settlement(
                RefusalContent(Bilingual(zh: "", en: "")), summary, me: try #require(PartyCode(code)), frame
            ).markup(.zh).html
        }
        #expect(try html(Story.hunan).contains("<form"))
        #expect(try !html(Story.centre).contains("<form"))
    }

    /// What a browser sends of a field of several lines, and more than its `maxlength` lets in.
    @Test("An objection that was refused is shown as it was typed, escaped")
    func again() throws {
        var story = try Story()
        try story.dispute()
        let summary = try story.settlement(Story.hunan)
        let theirs = try #require(
            summary.settlement.positions.first { $0.party.text != Story.hunan }?.proposal?.body.settlementDigest.hex)
        let typed = TypedFields([
            ("digest", theirs), ("place", "<script>\"" + String(repeating: "里", count: 400)),
            ("words", "原始记录\r\n</textarea><b>"),
        ])
        let frame = DeskFrame(name: "li", role: .approver) { _ in "" }
        let me = try #require(PartyCode(Story.hunan))
        let objection = try #require(ObjectionContent(summary, me: me, frame, typed: typed))
        for language in Language.allCases {
            let html = OutcomeContent(
                .object, .refused, text: "不行", next: .again(objection), hasCopy: false, path: objection.path, frame
            ).markup(language).html
            #expect(html.contains("原始记录\n&lt;/textarea&gt;&lt;b&gt;</textarea>"), "\(html)")
            #expect(!html.contains("<b>") && !html.contains("<script>"), "\(html)")
            #expect(
                html.contains("value=\"&lt;script&gt;&quot;" + String(repeating: "里", count: 291) + "\""), "\(html)")
            #expect(html.contains("<option value=\"\(theirs)\" selected>"), "\(html)")
        }
    }
}
