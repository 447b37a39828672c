import Compensation
import Federation
import Testing
import TransparencyLog

/// A docket of two provinces, filled through entry bytes as between real nodes.
struct SpokenDocket {
    static let chongqing = "500000"
    static let hunan = "430000"

    private(set) var docket: Docket
    private var sizes: [LogOrigin: Frontier] = [:]
    let now: Timestamp

    init() throws {
        let members = try [Self.chongqing, Self.hunan].enumerated().map { position, code in
            let signer = try #require(
                NoteSigner(name: code, privateKey: Array(repeating: UInt8(position + 1), count: 32)))
            return Member(
                node: try Self.node(code), code: try #require(PartyCode(code)), role: .province,
                name: Bilingual(zh: code, en: code), logKey: signer.verifier.publicKey)
        }
        docket = Docket(roster: try #require(Roster(members)))
        now = try #require(Timestamp("2021-05-06T09:00:00+08:00"))
    }

    static func node(_ code: String) throws -> NodeName { try #require(NodeName("\(code).tongzhou.test")) }

    @discardableResult
    mutating func say(_ code: String, _ entry: Entry) throws -> EntryReference {
        let log = try #require(LogOrigin("\(code).tongzhou.test/common/1"))
        let bytes = try SignedEntry(log: log, at: now, entry: entry).encoded()
        var frontier = sizes[log, default: Frontier()]
        let index = frontier.size
        frontier.append(MerkleHash.leaf(bytes))
        sizes[log] = frontier
        docket.fold([bytes], from: index, head: CutLog(log: log, size: frontier.size, root: frontier.root))
        #expect(docket.notUnderstood.isEmpty)
        return EntryReference(log: log, index: index)
    }

    mutating func register(_ id: String, zh: String, aliases: [String] = []) throws {
        try say(
            Self.hunan,
            .section(
                SectionEntry(
                    section: try #require(SectionID(id)), name: Bilingual(zh: zh, en: id), aliases: aliases,
                    river: "酉水",
                    basin: "长江流域", bodyType: .river, controlLevel: .national,
                    upstream: try #require(PartyCode(Self.chongqing)), downstream: try #require(PartyCode(Self.hunan))))
        )
    }

    /// With 里耶镇 registered.
    static func withLiye() throws -> SpokenDocket {
        var spoken = try SpokenDocket()
        try spoken.register("430000-liye", zh: "里耶镇")
        return spoken
    }
}
