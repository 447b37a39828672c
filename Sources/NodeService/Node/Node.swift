public import Federation
import Foundation
public import Logging
import NodeStore
import TransparencyLog

/// One running node: keeps the databases, the mirrors and the docket in step and says what is due.
///
/// All changes go through this actor, so there is one writer. Every change is durable before
/// anything that follows from it is computed or served.
public actor Node {
    public nonisolated let configuration: NodeConfiguration
    public nonisolated let peers: [PeerConfiguration]
    public nonisolated let member: Member
    public nonisolated let clock: any NodeClock
    /// Kept whole: its lock is what makes this process the only writer.
    private nonisolated let stores: NodeStores
    nonisolated let signal = ChangeSignal()
    nonisolated let turns = MirrorTurns()
    nonisolated let trust = NodeTrust()
    nonisolated let logger: Logger
    var ring: KeyRing
    /// What this machine remembers of this node's signatures; `nil` where it offers no memory.
    let sentinel: BootSentinel?
    var clearance: SigningClearance
    /// The own log that is being fetched back from a peer's mirror.
    var recovery: Mirror?
    private var views: ViewsDatabase { stores.views }
    private(set) var docket: Docket
    private var mirrors: [LogOrigin: Mirror] = [:]
    private(set) var contacts: [LogOrigin: PeerContact] = [:]
    /// Logs that have grown and whose news has not been acted upon.
    private var unsettled: Set<LogOrigin> = []
    /// What comparing with peers' witnesses has brought up.
    var watch = WitnessWatch()
    /// What the scrub has found in the stored logs.
    var damages = KnownDamage()

    /// Entries folded per read, so that memory stays flat while a long log is replayed.
    private static let replayStep = 4096

    /// Opens the stores in the configured folder and replays what they hold. Recovery after a crash is this same path.
    /// - Parameter isNew: its logs are being created, so that there is nothing that could be missing.
    public init(
        configuration: NodeConfiguration, peers: [PeerConfiguration], key: LogKey, clock: any NodeClock,
        stores: NodeStores, logger: Logger, isNew: Bool = false
    ) throws {
        self.configuration = configuration
        self.peers = peers.filter { $0.member.node != configuration.node }
        ring = KeyRing(key, at: configuration.logKey)
        self.clock = clock
        self.logger = logger
        self.stores = stores
        member = configuration.member(logKey: key.publicKey)
        guard let roster = Roster([member] + self.peers.map(\.member)) else {
            throw ConfigurationProblem(
                file: configuration.peers.path, zh: "两个成员的节点名、代码或日志公钥相同",
                en: "two members share a node name, a code or a log key")
        }
        docket = Docket(roster: roster)
        if isNew { BootSentinel.remove(of: DataFolder(configuration.data)) }
        sentinel = BootSentinel(DataFolder(configuration.data), of: configuration.node)
        let isAlone = self.peers.isEmpty
        clearance = try Self.clearance(stores.log, sentinel, isNew: isNew || isAlone)
        for log in try stores.log.logs() {
            try Self.catchUp(&docket, stores, log.origin)
        }
        // Only the logs tell which keys sign them, so the keys are looked at when all is read.
        for channel in configuration.channels {
            let origin = LogOrigin(node: configuration.node, channel: channel.channel, epoch: channel.epoch)
            try Self.requireOwnKey(docket.keys, stores, origin, configuration)
        }
        for origin in self.peers.flatMap(\.logs) {
            mirrors[origin] = try Self.mirror(origin, docket.keys.verifiers(of: origin), stores.log)
        }
    }

    nonisolated var database: LogDatabase { stores.log }

    /// A log goes on under the key that signed it; another key would sign what every neighbour refuses.
    private static func requireOwnKey(
        _ register: KeyRegister, _ stores: NodeStores, _ origin: LogOrigin, _ configuration: NodeConfiguration
    ) throws {
        guard let note = try stores.log.read(origin, { try $0.checkpoint() }) ?? nil else { return }
        let keys = register.verifiers(of: origin)
        guard case .failure(let finding) = VerifiedCheckpoint.open(note: note, origin: origin.text, keys: keys) else {
            return
        }
        if case .noTrustedSignature = finding {
            throw ConfigurationProblem(
                file: configuration.logKey.path, zh: "日志 \(origin.text) 不是由这个私钥签署的；请换回原来的私钥",
                en: "log \(origin.text) was not signed with this key; put the original key back")
        }
        throw CommandFailure(
            ExitCode.integrity, zh: "日志 \(origin.text) 的检查点已损坏（\(finding.code)），不再签署；请保留文件夹并联系支持",
            en:
                "the checkpoint of log \(origin.text) is damaged (\(finding.code)), nothing is signed on top of it; keep the folder and ask for support"
        )
    }

    static func mirror(
        _ origin: LogOrigin, _ verifiers: [NoteVerifier], _ database: LogDatabase
    ) throws -> Mirror {
        let stored = try database.read(origin) { stored in
            (try Frontier(size: stored.size, reader: stored), try stored.checkpoint())
        }
        let checkpoint = stored?.1.flatMap { note in
            try? VerifiedCheckpoint.open(note: note, origin: origin.text, keys: verifiers).get()
        }
        return Mirror(
            origin: origin, verifiers: verifiers, frontier: stored?.0 ?? Frontier(), checkpoint: checkpoint,
            finding: try database.finding(origin)?.finding)
    }

    /// Folds what the store holds beyond the docket's head. Reads from the store, never from what a caller
    /// believes it wrote, so a commit that was reported lost but happened is picked up here.
    private static func catchUp(
        _ docket: inout Docket, _ stores: NodeStores, _ origin: LogOrigin
    ) throws {
        var folded = docket.head(of: origin)?.size ?? 0
        while let (entries, head) = try next(stores, origin, from: folded) {
            docket.fold(entries, from: folded, head: head)
            folded = head.size
        }
    }

    /// The next stretch of a stored log and the head it reaches; `nil` at its end.
    private static func next(
        _ stores: NodeStores, _ origin: LogOrigin, from start: Int
    ) throws -> (entries: [[UInt8]], head: CutLog)? {
        let read = try stores.log.read(origin) { stored in
            let end = min(stored.size, start + replayStep)
            guard end > start else { return nil as (entries: [[UInt8]], head: CutLog)? }
            let root = try Frontier(size: end, reader: stored).root
            return (try stored.entries(start..<end), CutLog(log: origin, size: end, root: root))
        }
        return read ?? nil
    }

    /// Brings the views level. They are for people to query and trusted with nothing: a failure leaves them
    /// behind, to be taken up at the next change, and keeps nothing else from going on.
    private func followViews() {
        do {
            for log in try database.logs() {
                var position = try views.position(of: log.origin)
                while let (entries, head) = try Self.next(stores, log.origin, from: position) {
                    try views.follow(entries, from: position, head: head)
                    position = head.size
                }
            }
            try views.replaceSettlements(view.desk.cases)
        } catch {
            logger.error("views are behind", metadata: ["event": "views-behind", "detail": "\(error)"])
        }
    }

    // MARK: Saying

    /// Decides and says in one step that nothing else of this node can come between: what `decide` saw is
    /// what the entries rest on. Everything that falls due by it is said as well.
    /// Returns the decision's value and the places of its own entries.
    func act<Value: Sendable>(
        _ decide: @Sendable (NodeView) throws -> (Value, [Draft])
    ) async throws -> (Value, [EntryReference]) {
        try catchUpOwnLogs()
        let (value, drafts) = try decide(view)
        let places = try say(drafts)
        try sayWhatIsDue()
        await signal.fire()
        return (value, places)
    }

    /// Says whatever is due.
    public func settle() async throws {
        try catchUpOwnLogs()
        try sayWhatIsDue()
        await signal.fire()
    }

    var view: NodeView {
        NodeView(
            member: member, docket: docket,
            desk: SettlementDesk(docket, viewer: member.code, now: clock.now), policy: configuration.policy,
            history: database)
    }

    /// A commit that was reported lost and yet happened must be known before anything is decided on top of it.
    func catchUpOwnLogs() throws {
        for origin in configuration.origins { try Self.catchUp(&docket, stores, origin) }
    }

    /// Bounded: every step makes itself go away, so more rounds than settlements can need is a mistake to stop at.
    private func sayWhatIsDue() throws {
        guard clearance.verdict == .cleared else { return followViews() }
        for _ in 0..<100 {
            let drafts = try due().filter(isSayable)
            guard !drafts.isEmpty else { break }
            try say(drafts)
        }
        followViews()
    }

    /// What a neighbour's entries make due can be beyond the limits of an entry. It is left unsaid and told in the
    /// log; everything else goes on.
    private func isSayable(_ draft: Draft) -> Bool {
        guard let origin = configuration.origin(of: draft.channel) else {
            logger.error(
                "no such channel here", metadata: ["event": "cannot-say", "detail": "\(draft.channel.text)"])
            return false
        }
        do {
            // Said when the operator has opened the epoch; the condition KEY-07 tells it.
            guard try unopened(origin) == nil else { return false }
            _ = try SignedEntry(log: origin, at: clock.now, entry: draft.entry).encoded()
            return true
        } catch {
            logger.error(
                "what is due cannot be said",
                metadata: ["event": "cannot-say", "detail": "\(draft.entry.kind): \(error)"])
            return false
        }
    }

    private func due() throws -> [Draft] {
        try dueCountersignatures() + dueSettlementWords()
    }

    private func dueSettlementWords() throws -> [Draft] {
        switch member.role {
        case .province: return try view.steps.due()
        case .centre:
            guard let channel = ChannelName("central"), configuration.origin(of: channel) != nil else { return [] }
            return try CentreNextSteps(view.desk, channel: channel, history: database).due()
        }
    }

    /// Per channel one transaction, in the order given.
    @discardableResult
    private func say(_ drafts: [Draft]) throws -> [EntryReference] {
        var places: [EntryReference] = []
        for channel in Set(drafts.map(\.channel)).sorted() {
            guard let origin = configuration.origin(of: channel) else { throw NodeProblem.noChannel(channel) }
            places += try append(drafts.filter { $0.channel == channel }.map(\.entry), to: origin)
        }
        return places
    }

    /// Signs and stores entries of one own log in one transaction.
    func append(_ said: [Entry], to origin: LogOrigin) throws -> [EntryReference] {
        try requireClearance()
        let signers = ring.signers(of: origin, docket.keys.keys(for: origin)?.signing ?? [])
        guard !signers.isEmpty else { throw NodeProblem.cannotSign(origin) }
        guard try unopened(origin) == nil || said.first?.kind == Entry.openingKind else {
            throw NodeProblem.epochNotOpened(origin)
        }
        let now = clock.now
        let entries = try said.map { try SignedEntry(log: origin, at: now, entry: $0).encoded() }
        try database.register(origin, own: true)
        let frontier = try database.read(origin) { try Frontier(size: $0.size, reader: $0) } ?? Frontier()
        let batch = LogBatch(origin: origin, onto: frontier, entries: entries)
        try database.append(batch) { checkpoint in
            let signatures = try signers.map { try $0.sign(checkpoint.body) }
            guard let note = SignedNote(text: checkpoint.body, signatures: signatures) else {
                throw NodeProblem.cannotSign(origin)
            }
            return note.bytes
        }
        remember()
        try Self.catchUp(&docket, stores, origin)
        logger.info(
            "entries recorded",
            metadata: [
                "event": "log-appended", "log": "\(origin.text)", "entries": "\(entries.count)",
                "size": "\(batch.frontier.size)",
            ])
        return (batch.start..<batch.frontier.size).map { EntryReference(log: origin, index: $0) }
    }

    // MARK: Following

    /// Takes one event of a mirrored log through to its end: commits what is verified, keeps findings.
    /// Returns what to fetch next, or `nil` when the log is level or halted.
    func mirror(_ origin: LogOrigin, _ event: MirrorEvent) async throws -> [LogResource]? {
        guard let mirror = mirrors[origin] else { return nil }
        let before = mirror.size
        let fetch: [LogResource]?
        let doubted: VerifiedCheckpoint?
        do {
            (fetch, doubted) = try follow(mirror, event)
        } catch {
            // A commit can be reported lost and yet have happened: what is stored decides, not what was believed.
            mirrors[origin] = try Self.mirror(origin, docket.keys.verifiers(of: origin), database)
            throw error
        }
        contacts[origin] = PeerContact(lastContact: clock.now)
        if let doubted { try await examine(doubted, of: origin, from: origin.node) }
        if mirrors[origin]?.size != before { unsettled.insert(origin) }
        // In the midst of a long log nothing is decided yet: what is still to come may change it.
        if fetch == nil, unsettled.remove(origin) != nil { try await settle() }
        return fetch
    }

    /// Returns what to fetch next, and the checkpoint that this log could not make good before and is measured against now.
    private func follow(
        _ mirror: Mirror, _ event: MirrorEvent
    ) throws -> (fetch: [LogResource]?, doubted: VerifiedCheckpoint?) {
        var mirror = mirror
        let origin = mirror.origin
        try database.register(origin, own: false)
        var effects = mirror.handle(event)
        var fetch: [LogResource]?
        var doubted: VerifiedCheckpoint?
        while !effects.isEmpty {
            switch effects.removeFirst() {
            case .fetch(let resources): fetch = resources
            case .commit(let batch):
                try database.commit(batch, cosignature: try cosignature(of: batch))
                try Self.catchUp(&docket, stores, origin)
                effects += mirror.handle(.committed)
            case .level:
                doubted = try doubtedCheckpoint(of: origin)
                try database.heal(origin, at: clock.now)
            case .halt(let finding, let note):
                if let evidence = mirror.evidence { keep(evidence) }
                let known = finding.isFinal ? mirror.target : mirror.checkpoint
                try database.halt(origin, finding, note: note, known: known?.note, at: clock.now)
                guard mirrors[origin]?.finding != finding else { continue }
                logger.error(
                    "mirror halted",
                    metadata: [
                        "event": "\(finding.code.rawValue)", "log": "\(origin.text)", "detail": "\(finding.detail)",
                    ])
            }
        }
        let grew = mirrors[origin]?.size != mirror.size
        mirrors[origin] = mirror
        if grew, origin.channel.text == "common" { renewTrust(in: origin.node) }
        return (fetch, doubted)
    }

    /// What was taken in may have brought a new key for every log of its node.
    private func renewTrust(in node: NodeName) {
        for origin in mirrors.keys where origin.node == node {
            mirrors[origin]?.trust(docket.keys.verifiers(of: origin))
        }
    }

    func mirror(of origin: LogOrigin) -> Mirror? { mirrors[origin] }

    func heard(from origin: LogOrigin) { contacts[origin] = PeerContact(lastContact: clock.now) }

    func lost(_ origin: LogOrigin, _ failure: TransportFailure) {
        let before = contacts[origin]
        contacts[origin] = PeerContact(lastContact: before?.lastContact, failure: failure)
        if before?.failure?.code != failure.code {
            logger.warning(
                "peer not reached",
                metadata: [
                    "event": "peer-\(failure.code.rawValue)", "log": "\(origin.text)", "detail": "\(failure.detail)",
                ])
        }
    }

    func notServed(_ origin: LogOrigin) {
        if contacts[origin]?.absent != true {
            logger.warning(
                "peer does not serve this log to us", metadata: ["event": "log-not-served", "log": "\(origin.text)"])
        }
        contacts[origin] = PeerContact(lastContact: clock.now, absent: true)
    }
}
