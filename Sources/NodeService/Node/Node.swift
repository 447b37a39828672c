import Compensation
public import Federation
import Foundation
public import Logging
package import NodeStore
import TransparencyLog

/// One running node: keeps the databases, the mirrors and the docket in step and says what is due.
///
/// All changes go through this actor, so there is one writer. Every change is durable before
/// anything that follows from it is computed or served.
public actor Node {
    public nonisolated let configuration: NodeConfiguration
    public nonisolated let peers: [PeerConfiguration]
    /// The peers' logs by the digest of their origin.
    nonisolated let peerLogs: [ContentDigest: LogOrigin]
    /// Every log to ask peers' witnesses about, sorted: the own ones and all that any peer offers.
    nonisolated let comparedLogs: [LogOrigin]
    nonisolated let witnesses: WitnessChoice
    public nonisolated let member: Member
    public nonisolated let clock: any NodeClock
    /// Kept whole: its lock is what makes this process the only writer.
    private nonisolated let stores: NodeStores
    nonisolated let signal: ChangeSignal
    nonisolated let turns: MirrorTurns
    nonisolated let trust = NodeTrust()
    /// How far the peers' clocks are ahead of this machine's.
    nonisolated let clocks = PeerClocks()
    /// What the watched folders need a person for.
    nonisolated let intake = IntakeAttention()
    nonisolated let senders: SenderRegister
    nonisolated let operators: OperatorRegister
    nonisolated let audit: AuditTrail
    nonisolated let started: Timestamp
    nonisolated let logger: Logger
    var ring: KeyRing
    /// What this machine remembers of this node's signatures; `nil` where it offers no memory.
    let sentinel: BootSentinel?
    package var clearance: SigningClearance
    /// Whether the log has named the peers that have not answered yet.
    var wasToldOfSilence = false
    /// The own log that is being fetched back from a peer's mirror.
    var recovery: Mirror?
    nonisolated let views: ViewsFollower
    var keeper: DocketKeeper
    private var mirrors: [LogOrigin: Mirror] = [:]
    /// SM3 trees of own logs that could not be continued.
    var standingTrees = StandingTrees()
    private(set) var contacts: [LogOrigin: PeerContact] = [:]
    /// Decisions in line, see `act`.
    var waiting: [WaitingAct] = []
    var isActing = false
    /// Logs that have grown and whose news has not been acted upon.
    private var unsettled: Set<LogOrigin> = []
    /// Asked for and not begun.
    var nextSettling: Task<Void, any Error>?
    /// The day of the last `settle`; `nil` while something due is to be tried again.
    var settledDay: Period?
    /// How often the settlements have been looked at.
    private var looks = 0
    /// What the last look computed.
    var earlier = EarlierComputations()
    /// The own logs as those who wait were last told of them.
    var toldHeads: [CutLog?] = []
    var hasNewWitness = false
    /// What comparing with peers' witnesses has brought up.
    var watch = WitnessWatch()
    /// What the scrub has found in the stored logs.
    var damages = KnownDamage()

    /// Opens the stores in the configured folder and replays what they hold. Recovery after a crash is this same path.
    /// - Parameter isNew: its logs are being created, so that there is nothing that could be missing.
    public init(
        configuration: NodeConfiguration, peers: [PeerConfiguration], key: LogKey, sm2: [SM2LogKey] = [],
        clock: any NodeClock, stores: NodeStores, logger: Logger, isNew: Bool = false
    ) throws {
        self.configuration = configuration
        self.peers = try configuration.demanding(peers.filter { $0.member.node != configuration.node })
        peerLogs = Dictionary(
            self.peers.flatMap(\.logs).map { ($0.digest, $0) }, uniquingKeysWith: { first, _ in first })
        comparedLogs = (configuration.origins + self.peers.flatMap(\.logs)).sorted()
        witnesses = WitnessChoice(configuration.channels, among: self.peers.map(\.member))
        ring = KeyRing(
            key, at: configuration.logKey, sm2: sm2, former: configuration.sm2.former,
            formerKeys: configuration.formerKeys)
        self.clock = clock
        signal = ChangeSignal(clock.executor)
        turns = MirrorTurns(clock)
        started = clock.now
        self.logger = logger
        self.stores = stores
        senders = try SenderRegister(DataFolder(configuration.data))
        operators = try OperatorRegister(DataFolder(configuration.data))
        audit = AuditTrail(DataFolder(configuration.data))
        member = configuration.member(logKey: key.publicKey, sm2: sm2.map(\.publicKey))
        guard let roster = Roster([member] + self.peers.map(\.member)) else {
            throw ConfigurationProblem(
                file: configuration.peers.path, zh: "两个成员的节点名、代码或日志公钥相同",
                en: "two members share a node name, a code or a log key")
        }
        keeper = DocketKeeper(roster, stores, logger)
        views = ViewsFollower(stores, clock, logger)
        if isNew { BootSentinel.remove(of: DataFolder(configuration.data)) }
        sentinel = BootSentinel(DataFolder(configuration.data), of: configuration.node)
        let isAlone = self.peers.isEmpty
        let isUnconfirmed = UnconfirmedMark(DataFolder(configuration.data)).isSet
        clearance = try Self.clearance(
            stores.log, sentinel, isNew: isNew || isAlone, current: configuration.origins,
            awaiting: isUnconfirmed ? self.peers.map(\.member.node) : [])
        for log in try stores.log.logs() {
            try keeper.catchUp(log.origin)
        }
        if clearance.verdict != .cleared {
            try Self.missOwnWord(keeper.docket, of: configuration.node, stores.log, &clearance)
        }
        // Only the logs tell which keys sign them, so the keys are looked at when all is read.
        for channel in configuration.channels {
            let origin = LogOrigin(node: configuration.node, channel: channel.channel, epoch: channel.epoch)
            try Self.requireOwnKey(keeper.docket.keys, stores, origin, configuration)
        }
        for origin in self.peers.flatMap(\.logs) {
            mirrors[origin] = try Self.mirror(origin, keeper.docket.keys.demandedKeys(of: origin), stores.log)
        }
    }

    package nonisolated var database: LogDatabase { stores.log }
    package var docket: Docket { keeper.docket }
    /// `nil` while the docket may hold what is not stored: a write failed, and then the logs could not be read.
    package var docketAsStored: Docket? { keeper.isAhead ? nil : keeper.docket }

    /// A log goes on under the key that signed it; another key would sign what every neighbour refuses.
    private static func requireOwnKey(
        _ register: KeyRegister, _ stores: NodeStores, _ origin: LogOrigin, _ configuration: NodeConfiguration
    ) throws {
        guard let note = try stores.log.read(origin, { try $0.checkpoint() }) ?? nil else { return }
        let keys = register.noteKeys(of: origin)
        guard case .failure(let finding) = VerifiedCheckpoint.open(note: note, origin: origin.text, keys: keys) else {
            return
        }
        switch finding {
        case .noTrustedSignature, .signatureMissing:
            throw ConfigurationProblem(
                file: configuration.logKey.path, zh: "日志 \(origin.text) 不是由这个私钥签署的；请换回原来的私钥",
                en: "log \(origin.text) was not signed with this key; put the original key back")
        default:
            throw CommandFailure(
                ExitCode.integrity, zh: "日志 \(origin.text) 的检查点已损坏（\(finding.code)），不再签署；请保留文件夹并联系支持",
                en:
                    "the checkpoint of log \(origin.text) is damaged (\(finding.code)), nothing is signed on top of it; keep the folder and ask for support"
            )
        }
    }

    static func mirror(
        _ origin: LogOrigin, _ keys: NoteKeys, _ database: LogDatabase
    ) throws -> Mirror {
        let stored = try database.read(origin) { stored in
            (try Frontier(size: stored.size, reader: stored), try stored.checkpoint())
        }
        let checkpoint = stored?.1.flatMap { note in
            try? VerifiedCheckpoint.open(
                // It was taken in under what was asked then.
                note: note, origin: origin.text, keys: NoteKeys(keys.verifiers, required: [.ed25519])
            ).get()
        }
        return Mirror(
            origin: origin, keys: keys, frontier: stored?.0 ?? Frontier(), checkpoint: checkpoint,
            finding: try database.finding(origin)?.finding)
    }

    /// The number of a look at the settlements that is taken now.
    func numberedLook() -> Int {
        looks += 1
        return looks
    }

    // MARK: Saying

    var view: NodeView {
        NodeView(
            member: member, docket: docket,
            desk: SettlementDesk(docket, viewer: member.code, now: clock.now, earlier: earlier),
            policy: configuration.policy, calendar: configuration.calendar, history: database)
    }

    /// A commit that was reported lost and yet happened must be known before anything is decided on top of it, and what
    /// was not stored must be forgotten.
    func catchUpOwnLogs() throws {
        if keeper.isAhead { try readInAnew() }
        for origin in configuration.origins { try keeper.catchUp(origin) }
    }

    /// Reads all logs in anew. What commits that were reported as lost have brought is known from then on.
    func readInAnew() throws {
        try keeper.readInAnew()
        renewTrust { _ in true }
        hasNewWitness = true
    }

    /// Signs and stores entries of one own log in one transaction.
    func append(_ said: [Entry], to origin: LogOrigin) throws -> [EntryReference] {
        let signers = signers(of: origin)
        return try store(encode(said, for: origin).map(\.bytes), in: origin, signers)
    }

    /// The keys that sign an own log as of now.
    func signers(of origin: LogOrigin) -> [NoteSigner] {
        ring.signers(of: origin, docket.keys.keys(for: origin)?.signing ?? [])
    }

    /// Entries of an own log that can be signed now.
    func encode(_ said: [Entry], for origin: LogOrigin) throws -> [EncodedEntry] {
        try requireClearance()
        // What is said rests on what all logs say.
        if let damaged = keeper.damaged.first { throw StoreError.damaged(damaged.text) }
        guard canSign(origin) else { throw NodeProblem.cannotSign(origin) }
        guard try unopened(origin) == nil || said.first?.kind == Entry.openingKind else {
            throw NodeProblem.epochNotOpened(origin)
        }
        let now = clock.now
        return try said.map { try EncodedEntry(SignedEntry(log: origin, at: now, entry: $0)) }
    }

    /// Signs and stores encoded entries of one own log in one transaction.
    func store(_ entries: [[UInt8]], in origin: LogOrigin, _ signers: [NoteSigner]) throws -> [EntryReference] {
        try store([UnsaidEntries.Log(origin: origin, entries: entries, signers: signers)])
    }

    /// Signs and stores encoded entries of own logs in one transaction: all of them or none.
    @discardableResult
    func store(_ logs: [UnsaidEntries.Log]) throws -> [EntryReference] {
        let batches = try logs.map { log in
            try database.register(log.origin, own: true)
            let frontier = try database.read(log.origin) { try Frontier(size: $0.size, reader: $0) } ?? Frontier()
            return LogBatch(origin: log.origin, onto: frontier, entries: log.entries)
        }
        try append(batches, of: logs)
        remember()
        FailPoint.appendRemembered.reach()
        for batch in batches {
            try keeper.catchUp(batch.origin)
            logger.info(
                "entries recorded",
                metadata: [
                    "event": "log-appended", "log": "\(batch.origin.text)", "entries": "\(batch.entries.count)",
                    "size": "\(batch.frontier.size)",
                ])
        }
        return batches.flatMap { batch in
            (batch.start..<batch.frontier.size).map { EntryReference(log: batch.origin, index: $0) }
        }
    }

    private func append(_ batches: [LogBatch], of logs: [UnsaidEntries.Log]) throws {
        let signings = logs.map { log in
            (origin: log.origin, signers: log.signers, sm3: sm3Signing(of: log.origin, by: log.signers))
        }
        do {
            try database.append(batches, signSM3: { batch in signings.first { $0.origin == batch.origin }?.sm3 }) {
                batch in
                let signers = signings.first { $0.origin == batch.origin }?.signers ?? []
                return try KeyRing.note(batch.checkpoint, of: batch.origin, by: signers)
            }
            for signing in signings where signing.sm3 != nil { standingTrees.caughtUp(signing.origin) }
        } catch StoreError.damagedTree(let log, let detail) {
            guard let origin = batches.map(\.origin).first(where: { $0.text == log }) else {
                throw StoreError.damagedTree(log, detail)
            }
            setAside(treeOf: origin, detail)
            try append(batches, of: logs)
        }
    }

    // MARK: Following

    /// Takes one event of a mirrored log through to its end: commits what is verified, keeps findings.
    /// Returns what to fetch next, or `nil` when the log is level or halted.
    func mirror(_ origin: LogOrigin, _ event: MirrorEvent) async throws -> [LogResource]? {
        guard let mirror = mirrors[origin] else { return nil }
        let fetch: [LogResource]?
        let doubted: VerifiedCheckpoint?
        do {
            (fetch, doubted) = try follow(mirror, event)
        } catch {
            // A commit can be reported lost and yet have happened: what is stored decides, not what was believed.
            mirrors[origin] = try Self.mirror(origin, docket.keys.demandedKeys(of: origin), database)
            throw error
        }
        contacts[origin] = PeerContact(lastContact: clock.now)
        if let doubted { try await examine(doubted, of: origin, from: origin.node) }
        // In the midst of a long log nothing is decided yet: what is still to come may change it.
        if fetch == nil, unsettled.remove(origin) != nil { try await settleTogether() }
        return fetch
    }

    /// Returns what to fetch next, and the checkpoint that this log could not make good before and is measured against now.
    private func follow(
        _ mirror: Mirror, _ event: MirrorEvent
    ) throws -> (fetch: [LogResource]?, doubted: VerifiedCheckpoint?) {
        var mirror = mirror
        let origin = mirror.origin
        let knew = knowsWitness(of: origin.node)
        defer { if !knew, knowsWitness(of: origin.node) { hasNewWitness = true } }
        try database.register(origin, own: false)
        var effects = mirror.handle(event)
        var fetch: [LogResource]?
        var doubted: VerifiedCheckpoint?
        while !effects.isEmpty {
            switch effects.removeFirst() {
            case .fetch(let resources): fetch = resources
            case .commit(let batch):
                try database.commit(batch, cosignature: try cosignature(of: batch))
                // Whatever fails from here on, it is news.
                unsettled.insert(origin)
                try keeper.catchUp(stored: batch.batch)
                effects += mirror.handle(.committed)
            case .level:
                // What was stored and could not be read then, or was stored though it was reported as lost.
                if docket.head(of: origin)?.size ?? 0 < mirror.size {
                    unsettled.insert(origin)
                    try keeper.catchUp(origin)
                }
                doubted = try doubtedCheckpoint(of: origin)
                try database.heal(origin, at: clock.now)
            case .halt(let finding, let note):
                if let evidence = mirror.evidence { keep(evidence) }
                let known = event.held ?? (finding.isFinal ? mirror.target : mirror.checkpoint)
                try database.halt(origin, finding, note: note, known: known?.note, at: clock.now)
                guard mirrors[origin]?.finding != finding else { continue }
                logger.error(
                    "mirror halted",
                    metadata: [
                        "event": "\(finding.code.rawValue)", "log": "\(origin.text)", "detail": "\(finding.detail)",
                    ])
            }
        }
        mirrors[origin] = mirror
        // Not by its size: what came in with a commit that was reported as lost is news too.
        if unsettled.contains(origin), origin.channel.text == "common" {
            renewTrust { $0.node == origin.node }
        }
        return (fetch, doubted)
    }

    /// What was taken in may have brought a new key, which counts for every log of its node.
    private func renewTrust(of isMeant: (LogOrigin) -> Bool) {
        for origin in mirrors.keys.sorted() where isMeant(origin) {
            mirrors[origin]?.trust(docket.keys.demandedKeys(of: origin))
        }
    }

    func mirror(of origin: LogOrigin) -> Mirror? { mirrors[origin] }

    func heard(from origin: LogOrigin) { contacts[origin] = PeerContact(lastContact: clock.now) }

    func lost(_ origin: LogOrigin, _ failure: TransportFailure) {
        let before = contacts[origin]
        let since = before?.failure == nil ? clock.now : before?.since
        contacts[origin] = PeerContact(lastContact: before?.lastContact, failure: failure, since: since)
        if before?.failure?.code != failure.code {
            logger.warning(
                "peer not reached",
                metadata: [
                    "event": "peer-\(failure.code.rawValue)", "log": "\(origin.text)", "detail": "\(failure.detail)",
                ])
            if !failure.raw.isEmpty {
                logger.debug(
                    "what the library said",
                    metadata: ["event": "transport-raw", "log": "\(origin.text)", "detail": "\(failure.raw)"])
            }
        }
    }

    /// Whether this node is meant to read a channel: a party speaks in its agreements' channels itself, and of other
    /// parties' it is to see nothing.
    package nonisolated func concerns(_ channel: ChannelName) -> Bool {
        member.role == .centre || ["common", "central"].contains(channel.text)
            || configuration.channels.contains { $0.channel == channel }
    }

    func notServed(_ origin: LogOrigin) {
        if contacts[origin]?.absent != true, concerns(origin.channel) {
            logger.warning(
                "peer does not serve this log to us", metadata: ["event": "log-not-served", "log": "\(origin.text)"])
        }
        let before = contacts[origin]
        let since = before?.absent == true ? before?.since : clock.now
        contacts[origin] = PeerContact(lastContact: clock.now, absent: true, since: since)
    }
}
