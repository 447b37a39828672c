import Compensation
import Federation
import Foundation
import Presentation
import Testing
import TransparencyLog

/// The conversation of two provinces and the centre about one month on the 酉水, through entry bytes as between
/// real nodes: the rules of `schemes/`, three readings of April 2021 at 里耶镇.
struct Story: LogHistory {
    static let chongqing = "500000"
    static let hunan = "430000"
    static let centre = "100000"

    let roster: Roster
    private var logs: [MemoryLog] = []
    let now: Timestamp

    /// `decoration` is put into every name and text that a neighbour may choose freely.
    private let decoration: String

    /// - Parameter sm2Key: the SM2 key that the file of 湖南省 names, a point of 65 bytes.
    init(decoration: String = "", sm2Key: [UInt8]? = nil) throws {
        let names = [
            (Self.chongqing, "重庆市", "Chongqing"), (Self.hunan, "湖南省", "Hunan"), (Self.centre, "中央节点", "Centre"),
        ]
        let members = try names.enumerated().map { position, name in
            let signer = try #require(
                NoteSigner(name: name.0, privateKey: Array(repeating: UInt8(position + 1), count: 32)))
            return Member(
                node: try #require(NodeName("\(name.0).tongzhou.test")), code: try #require(PartyCode(name.0)),
                role: name.0 == Self.centre ? .centre : .province,
                name: Bilingual(zh: name.1 + decoration, en: name.2 + decoration), logKey: signer.verifier.publicKey,
                sm2Keys: name.0 == Self.hunan ? [sm2Key].compactMap(\.self) : [])
        }
        roster = try #require(Roster(members))
        now = try #require(Timestamp("2021-05-06T09:00:00+08:00"))
        self.decoration = decoration
    }

    // MARK: Saying

    @discardableResult
    mutating func say(_ code: String, _ channel: String, _ entry: Entry) throws -> EntryReference {
        let origin = try Self.origin(code, channel)
        let position = logs.firstIndex { $0.origin == origin } ?? logs.count
        if position == logs.count { logs.append(MemoryLog(origin)) }
        logs[position].append(try SignedEntry(log: origin, at: now, entry: entry).encoded())
        return EntryReference(log: origin, index: logs[position].entries.count - 1)
    }

    /// Says whatever is due at a node.
    mutating func act(_ code: String, accepting: Bool = false) throws {
        let party = try #require(PartyCode(code))
        let desk = SettlementDesk(docket, viewer: party, now: now)
        let drafts =
            code == Self.centre
            ? try CentreNextSteps(desk, channel: try #require(ChannelName("central")), history: self).due()
            : try PartyNextSteps(
                desk, me: party,
                policy: SettlementPolicy(proposing: .automatic, accepting: accepting ? .automatic : .operator),
                history: self
            ).due()
        for draft in drafts { try say(code, draft.channel.text, draft.entry) }
    }

    // MARK: The parts of the story

    /// Section, scheme and agreement, signed by 湖南省 only.
    mutating func draw() throws {
        try say(
            Self.hunan, "common",
            .section(
                SectionEntry(
                    section: try #require(SectionID("430000-liye")),
                    name: Bilingual(zh: "里耶镇" + decoration, en: "Liye Town" + decoration), aliases: ["里耶" + decoration],
                    river: "酉水" + decoration, basin: "长江流域" + decoration, bodyType: .river, controlLevel: .national,
                    upstream: try #require(PartyCode(Self.chongqing)), downstream: try #require(PartyCode(Self.hunan))))
        )
        try say(Self.hunan, "youshui", .scheme(SchemeEntry(text: try Self.scheme())))
        try say(Self.hunan, "youshui", .agreement(try Self.agreement()))
        try sign(Self.hunan)
    }

    mutating func sign(_ code: String) throws {
        let agreement = try Self.agreement()
        try say(
            code, "youshui",
            .agreementSignature(
                AgreementSignatureEntry(agreement: agreement.agreement, agreementDigest: agreement.digest)))
    }

    /// Both have signed, 湖南省 has recorded the readings, both have proposed.
    mutating func propose() throws {
        try draw()
        try sign(Self.chongqing)
        try say(
            Self.hunan, "common",
            .readings(
                ReadingsEntry(
                    section: try #require(SectionID("430000-liye")), source: "cnemc-auto",
                    file: "april.csv" + decoration,
                    fileDigest: ContentDigest(of: []),
                    rows: [
                        try Self.content("01T08", .normal, ["7.68", "8.82", "2.79", "0.025", "0.134"]),
                        try Self.content("02T08", .maintenance, ["7.68", "8.51", nil, "0.025", "0.032"]),
                        try Self.spike(),
                    ])))
        try act(Self.chongqing)
        try act(Self.hunan)
    }

    /// 重庆市 corrects the third reading and proposes anew; 湖南省 has not endorsed that.
    @discardableResult
    mutating func dispute() throws -> EntryReference {
        try propose()
        let correction = try correct(by: Self.chongqing, from: try Self.spike(), to: try Self.repaired())
        try act(Self.chongqing)
        try act(Self.hunan)
        return correction
    }

    /// Records the third reading otherwise than 湖南省 has it.
    mutating func contradict(by code: String) throws {
        try say(
            code, "common",
            .readings(
                ReadingsEntry(
                    section: try #require(SectionID("430000-liye")), source: "cnemc-auto", file: "own.csv",
                    fileDigest: ContentDigest(of: []), rows: [try Self.repaired()])))
    }

    /// 湖南省 objects to the standing proposal of 重庆市 in words of its own.
    mutating func object(place: String, value: String) throws {
        let agreement = try Self.agreement()
        let key = SettlementKey(
            agreement: agreement.agreement, agreementDigest: agreement.digest, period: try #require(Period("2021-04")))
        let party = try #require(PartyCode(Self.chongqing))
        let proposal = try #require(docket.settlements.proposal(of: party, for: key, in: agreement.channel))
        try say(
            Self.hunan, "youshui",
            .objection(
                ObjectionEntry(
                    key: key, proposal: proposal.reference, ownSettlementDigest: nil,
                    difference: Difference(subject: .input, place: place, own: value, other: value))))
    }

    /// The corrected reading becomes again what it was.
    mutating func correctBack(by code: String) throws -> EntryReference {
        try correct(by: code, from: try Self.repaired(), to: try Self.spike())
    }

    private mutating func correct(
        by code: String, from old: ReadingContent, to new: ReadingContent
    ) throws -> EntryReference {
        let change = try #require(ReadingChange(old: old, new: new))
        return try say(
            code, "common",
            .readingsCorrection(
                ReadingsCorrectionEntry(
                    section: try #require(SectionID("430000-liye")), source: "cnemc-auto",
                    reason: "高锰酸盐指数分析仪故障" + decoration, rows: [change])))
    }

    /// Endorsed, accepted by both, verified and recorded.
    mutating func settle() throws {
        let correction = try dispute()
        try say(Self.hunan, "common", .readingsEndorsement(ReadingsEndorsementEntry(correction: correction)))
        try act(Self.hunan)
        try act(Self.chongqing, accepting: true)
        try act(Self.hunan, accepting: true)
        try act(Self.centre)
    }

    /// Recorded with the third reading as 湖南省 has it; then 重庆市 corrects it, and 湖南省 has not endorsed that.
    mutating func correctAfterRecording() throws {
        try propose()
        try act(Self.chongqing, accepting: true)
        try act(Self.hunan, accepting: true)
        try act(Self.centre)
        _ = try correct(by: Self.chongqing, from: try Self.spike(), to: try Self.repaired())
    }

    // MARK: Looking

    var docket: Docket { folded(without: nil) }

    private func folded(without missing: LogOrigin?) -> Docket {
        var docket = Docket(roster: roster)
        for log in logs where log.origin != missing {
            docket.fold(log.entries, from: 0, head: log.head(log.entries.count))
        }
        return docket
    }

    /// - Parameter missing: a log of which this node has nothing.
    func settlement(_ viewer: String, without missing: LogOrigin? = nil) throws -> SettlementSummary {
        let docket = folded(without: missing)
        let cases = SettlementDesk(docket, viewer: try #require(PartyCode(viewer)), now: now).cases
            .filter { $0.key.adjustment == nil }
        try #require(cases.count == 1)
        return SettlementSummary(cases[0], docket: docket)
    }

    func member(_ code: String) throws -> Member {
        let party = try #require(PartyCode(code))
        return try #require(roster.member(party))
    }

    func root(of log: LogOrigin, at size: Int) -> MerkleHash? {
        logs.first { $0.origin == log && size < $0.roots.count }?.roots[size]
    }

    static func origin(_ code: String, _ channel: String) throws -> LogOrigin {
        try #require(LogOrigin("\(code).tongzhou.test/\(channel)/1"))
    }

    static func scheme() throws -> String {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        return String(decoding: try Data(contentsOf: root.appending(path: "schemes/酉水-重庆-湖南.md")), as: UTF8.self)
    }

    static func agreement() throws -> AgreementEntry {
        AgreementEntry(
            agreement: try #require(AgreementID("youshui-2019")), channel: try #require(ChannelName("youshui")),
            parties: [try #require(PartyCode(chongqing)), try #require(PartyCode(hunan))],
            schemeDigest: SchemeEntry(text: try scheme()).digest, validFrom: try #require(Period("2021-01")),
            validTo: try #require(Period("2021-12")))
    }

    private static func spike() throws -> ReadingContent {
        try content("02T16", .normal, ["7.56", "9.11", "13.60", "0.033", "0.052"])
    }

    private static func repaired() throws -> ReadingContent {
        try content("02T16", .maintenance, ["7.56", "9.11", nil, "0.033", "0.052"])
    }

    /// pH, DO, CODMn, NH3-N, TP; `nil` was not reported.
    private static func content(_ time: String, _ status: ReadingStatus, _ values: [String?]) throws -> ReadingContent {
        ReadingContent(
            time: try #require(CivilTime(text: "2021-04-\(time):00+08:00")), status: status,
            values: try zip(IndicatorSet.fiveItems.indicators, values).compactMap { indicator, text in
                try text.map { IndicatorValue(indicator, try #require(MeasuredValue($0))) }
            })
    }
}
