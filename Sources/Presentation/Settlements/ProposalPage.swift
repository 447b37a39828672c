public import Compensation
public import Federation
import TransparencyLog

/// What `proposals show` tells of one proposal: everything it says, so that anyone can replay it.
public struct ProposalPage: Report {
    private let said: PartyRecord<ProposalEntry>
    private let roster: Roster

    public init(_ said: PartyRecord<ProposalEntry>, docket: Docket) {
        self.said = said
        roster = docket.roster
    }

    public var json: JSONValue {
        .members([
            ("schema", 1), ("place", .string(said.record.reference.text)), ("party", .string(said.party.text)),
            ("at", .string(said.record.at.text)), ("proposal", Entry.proposal(said.record.body).fields),
        ])
    }

    public func text(_ language: Language) -> String {
        let body = said.record.body
        let name = roster.member(said.party).map { TerminalText.visible($0.name(language)) } ?? said.party.text
        func places(_ places: [EntryReference]) -> String {
            places.isEmpty ? "-" : places.map(\.text).joined(separator: ", ")
        }
        let lines = [
            "\(said.record.reference.text)  \(body.key.text)  \(name)  \(said.record.at.text)",
            Bilingual(zh: "结果 SHA-256  ", en: "result SHA-256  ")(language) + body.settlementDigest.hex,
            Bilingual(zh: "方案 SHA-256  ", en: "scheme SHA-256  ")(language) + body.schemeDigest.hex,
            Bilingual(zh: "未采用的更正  ", en: "corrections left out  ")(language) + places(body.correctionsNotApplied),
            Bilingual(zh: "采用的免除  ", en: "exemptions used  ")(language) + places(body.exemptionsApplied),
        ]
        let transfers = body.transfers.map {
            "  \($0.payer.text) → \($0.payee.text) \($0.amount.formattedYuan) "
                + Bilingual(zh: "元", en: "yuan")(language)
        }
        let cut = body.cut.map { "  \($0.log.text) \($0.size) \($0.root.hex)" }
        return
            (lines + [Bilingual(zh: "支付", en: "payments")(language)] + transfers
            + [Bilingual(zh: "数据截面", en: "cut")(language)] + cut).joined(separator: "\n") + "\n"
    }
}
