import Compensation
import Federation
import Testing
import TransparencyLog

/// Nodes and their logs in memory. Every word goes through entry bytes, as between real nodes.
struct World {
    static let chongqing = "500000"
    static let hunan = "430000"
    static let guizhou = "520000"
    static let centre = "100000"

    let roster: Roster
    private(set) var logs: [MemoryLog] = []
    var now: Timestamp

    init(_ codes: [String] = [chongqing, hunan, guizhou, centre]) throws {
        let members = try codes.enumerated().map { position, code in
            let signer = try #require(
                NoteSigner(name: code, privateKey: Array(repeating: UInt8(position + 1), count: 32)))
            return Member(
                node: try #require(NodeName("\(code).tongzhou.test")), code: try #require(PartyCode(code)),
                role: code == Self.centre ? .centre : .province, name: Bilingual(zh: code, en: code),
                logKey: signer.verifier.publicKey)
        }
        roster = try #require(Roster(members))
        now = try #require(Timestamp("2021-05-06T09:00:00+08:00"))
    }

    static func origin(_ code: String, _ channel: String, epoch: Int = 1) throws -> LogOrigin {
        try #require(LogOrigin("\(code).tongzhou.test/\(channel)/\(epoch)"))
    }

    @discardableResult
    mutating func say(_ code: String, _ entry: Entry) throws -> EntryReference {
        try say(code, "youshui", entry)
    }

    @discardableResult
    mutating func say(_ code: String, _ channel: String, epoch: Int = 1, _ entry: Entry) throws -> EntryReference {
        let origin = try Self.origin(code, channel, epoch: epoch)
        return append(try SignedEntry(log: origin, at: now, entry: entry).encoded(), to: origin)
    }

    @discardableResult
    mutating func append(_ bytes: [UInt8], to origin: LogOrigin) -> EntryReference {
        let position = logs.firstIndex { $0.origin == origin } ?? logs.count
        if position == logs.count { logs.append(MemoryLog(origin)) }
        logs[position].append(bytes)
        return EntryReference(log: origin, index: logs[position].entries.count - 1)
    }

    func entry(_ place: EntryReference) throws -> Entry {
        let log = try #require(logs.first { $0.origin == place.log })
        return try SignedEntry(bytes: log.entries[place.index], foundIn: place.log).entry
    }

    func size(_ code: String, _ channel: String) throws -> Int {
        let origin = try Self.origin(code, channel)
        return logs.first { $0.origin == origin }?.entries.count ?? 0
    }

    /// What a node holds; `short` names logs of which it has only so many entries.
    func held(short: [(String, String, Int)] = []) throws -> Held {
        let limits = try short.map { (try Self.origin($0.0, $0.1), $0.2) }
        return Held(
            logs.map { log in (log, limits.first { $0.0 == log.origin }?.1 ?? log.entries.count) }, roster: roster)
    }

    /// The settlement of the one period and its adjustments, as a node sees them.
    func cases(_ code: String, _ held: Held? = nil) throws -> [SettlementCase] {
        let held = try held ?? self.held()
        return SettlementDesk(held.docket, viewer: try #require(PartyCode(code)), now: now).cases
    }

    /// The settlement of the one period, as a node sees it.
    func settlement(_ code: String, _ held: Held? = nil) throws -> SettlementCase {
        let cases = try cases(code, held).filter { $0.key.adjustment == nil }
        try #require(cases.count == 1)
        return cases[0]
    }

    func due(_ code: String, accepting: Bool = false, _ held: Held? = nil) throws -> [Draft] {
        let held = try held ?? self.held()
        let party = try #require(PartyCode(code))
        let desk = SettlementDesk(held.docket, viewer: party, now: now)
        if code == Self.centre {
            return try CentreNextSteps(desk, channel: try #require(ChannelName("central")), history: held).due()
        }
        let policy = SettlementPolicy(proposing: .automatic, accepting: accepting ? .automatic : .operator)
        return try PartyNextSteps(desk, me: party, policy: policy, history: held).due()
    }

    /// Says what is due, checks that nothing is due after it, and returns what was said.
    @discardableResult
    mutating func act(_ code: String, accepting: Bool = false, _ held: Held? = nil) throws -> [EntryReference] {
        let places = try due(code, accepting: accepting, held).map { draft in
            try say(code, draft.channel.text, draft.entry)
        }
        #expect(try due(code, accepting: accepting).isEmpty, "\(code) repeats itself")
        return places
    }

    /// The kinds of what `act` says.
    mutating func saying(_ code: String, accepting: Bool = false) throws -> [String] {
        let places = try act(code, accepting: accepting)
        return try kinds(places)
    }

    func kinds(_ places: [EntryReference]) throws -> [String] { try places.map { try entry($0).kind } }
}
