import Federation
import Logging
import NodeStore
import TransparencyLog

/// Keeps a docket level with the stored logs.
///
/// Reads from the store, never from what a caller believes it wrote, so a commit that was reported lost but happened
/// is picked up.
struct DocketKeeper {
    private(set) var docket: Docket
    private let stores: NodeStores
    private let logger: Logger
    /// The stretch of each log that is being folded; sorted by nothing, a handful.
    private var open: [(log: LogOrigin, stretch: FoldedStretch)] = []

    /// Logs of which more is folded than stored, and how far.
    private var edges: [(log: LogOrigin, frontier: Frontier)] = []

    /// Whether something may be folded that is not stored and could not be taken out again yet: nothing may be decided.
    private(set) var isAhead = false

    /// Logs of which entries were folded that do not hash to what is kept of them.
    private(set) var damaged: [LogOrigin] = []

    /// Entries folded per read, so that memory stays flat while a long log is read in. A stretch is whole steps.
    private static let step = 4096

    init(_ roster: Roster, _ stores: NodeStores, _ logger: Logger) {
        docket = Docket(roster: roster)
        self.stores = stores
        self.logger = logger
    }

    /// Folds what the store holds of a log beyond the docket's head. A log of which more is folded is level.
    mutating func catchUp(_ origin: LogOrigin) throws {
        guard !edges.contains(where: { $0.log == origin }) else { return }
        if docket.head(of: origin) == nil { try passStretches(of: origin) }
        var folded = docket.head(of: origin)?.size ?? 0
        while let (entries, head, isSound) = try Self.next(stores.log, origin, from: folded) {
            if !isSound { note(damaged: origin) }
            fold(entries, from: folded, head)
            folded = head.size
        }
    }

    /// Folds entries of one step that reach a head.
    private mutating func fold(_ entries: [[UInt8]], from start: Int, _ head: CutLog) {
        let place = place(of: head.log, at: start)
        docket.fold(entries, from: start, head: head, marking: &open[place].stretch)
        keepIfWhole(open[place].stretch, head)
    }

    /// Folds entries that have just become durable as they were verified, without reading them back: whatever else is
    /// stored, and all where they are not what comes next, is read from the store.
    mutating func catchUp(stored batch: LogBatch) throws {
        let origin = batch.origin
        let end = batch.frontier.size
        if docket.head(of: origin)?.size == batch.start, end <= (batch.start / Self.step + 1) * Self.step,
            !edges.contains(where: { $0.log == origin })
        {
            fold(batch.entries, from: batch.start, CutLog(log: origin, size: end, root: batch.frontier.root))
        }
        try catchUp(origin)
    }

    /// Makes ready for entries of a log that are folded before they are stored.
    mutating func prepare(_ origin: LogOrigin) throws {
        guard !edges.contains(where: { $0.log == origin }) else { return }
        edges.append((origin, try stores.log.read(origin) { try Frontier(size: $0.size, reader: $0) } ?? Frontier()))
    }

    /// Folds entries that are not stored yet behind all there are in a log that was made ready. They have to be
    /// stored next, or all is to be read in anew.
    mutating func foldUnsaid(_ entries: [EncodedEntry], of origin: LogOrigin) -> [EntryReference] {
        guard let edge = edges.firstIndex(where: { $0.log == origin }) else { return [] }
        return entries.map { entry in
            let reference = EntryReference(log: origin, index: edges[edge].frontier.size)
            edges[edge].frontier.append(MerkleHash.leaf(entry.bytes))
            let place = place(of: origin, at: reference.index)
            let frontier = edges[edge].frontier
            let head = CutLog(log: origin, size: frontier.size, root: frontier.root)
            docket.fold(entry.signed, at: reference, head: head, marking: &open[place].stretch)
            keepIfWhole(open[place].stretch, head)
            return reference
        }
    }

    /// What was folded is stored now.
    mutating func forgetEdges() { edges = [] }

    /// Reads all logs in and forgets everything else. A failure leaves what was there, `isAhead`: half a docket would
    /// look like logs in which nothing had been said.
    mutating func readInAnew() throws {
        isAhead = true
        var whole = DocketKeeper(docket.roster, stores, logger)
        for log in try stores.log.logs() { try whole.catchUp(log.origin) }
        self = whole
    }

    /// The next stretch of a stored log, at most `limit` entries, and the head it reaches; `nil` at its end. Stops at
    /// every multiple of a step.
    /// Whether it is sound: hashed once more its entries make the head, so that no bit of them has rotted.
    static func next(
        _ log: LogDatabase, _ origin: LogOrigin, from start: Int, atMost limit: Int = .max
    ) throws -> (entries: [[UInt8]], head: CutLog, isSound: Bool)? {
        let read = try log.read(origin) { stored in
            let end = min(stored.size, (start / step + 1) * step, start + min(limit, step))
            guard end > start else { return nil as (entries: [[UInt8]], head: CutLog, isSound: Bool)? }
            let root = try Frontier(size: end, reader: stored).root
            let entries = try stored.entries(start..<end)
            let isSound = try rehashed(entries, from: start, stored) == root
            return (entries, CutLog(log: origin, size: end, root: root), isSound)
        }
        return read ?? nil
    }

    private static func rehashed(_ entries: [[UInt8]], from start: Int, _ stored: StoredLog) throws -> MerkleHash {
        var frontier = try Frontier(size: start, reader: stored)
        for entry in entries { frontier.append(MerkleHash.leaf(entry)) }
        return frontier.root
    }

    private mutating func note(damaged origin: LogOrigin) {
        guard !damaged.contains(origin) else { return }
        damaged.append(origin)
        logger.error(
            "stored entries are not those that were signed; nothing is said until the log is repaired",
            metadata: ["event": "store-damaged", "log": "\(origin.text)"])
    }

    /// Reads in the beginning of a log by what is known of it from the last time.
    private mutating func passStretches(of origin: LogOrigin) throws {
        let size = try stores.log.read(origin, \.size) ?? 0
        guard size >= FoldedStretch.length, let program = ProgramFile.digest else { return }
        let known = try stores.views.stretches(of: origin, upTo: size, program: program)
        guard let last = known.last, try stores.log.root(of: origin, at: last.stretch.end) == last.root else { return }
        for (stretch, root) in known {
            for start in stride(from: stretch.start, to: stretch.end, by: Self.step) {
                let range = start..<start + Self.step
                guard stretch.keepsAny(of: range) else { continue }
                let read = try stores.log.read(origin) { stored in
                    let entries = try stored.entries(range)
                    let root = try Frontier(size: range.upperBound, reader: stored).root
                    return (entries, isSound: try Self.rehashed(entries, from: start, stored) == root)
                }
                guard let (entries, isSound) = read else { continue }
                if !isSound { note(damaged: origin) }
                for (index, bytes) in zip(range, entries) where stretch.keeps(index) {
                    docket.fold(EntryReference(log: origin, index: index), bytes)
                }
            }
            docket.pass(stretch, head: CutLog(log: origin, size: stretch.end, root: root))
        }
    }

    private mutating func place(of origin: LogOrigin, at index: Int) -> Int {
        let start = index / FoldedStretch.length * FoldedStretch.length
        if let place = open.firstIndex(where: { $0.log == origin }) {
            if open[place].stretch.start != start { open[place].stretch = FoldedStretch(start: start) }
            return place
        }
        open.append((origin, FoldedStretch(start: start)))
        return open.count - 1
    }

    private func keepIfWhole(_ stretch: FoldedStretch, _ head: CutLog) {
        // The marks of what has rotted would outlive the repair.
        guard stretch.isWhole, stretch.end == head.size, !damaged.contains(head.log),
            let program = ProgramFile.digest
        else { return }
        do {
            try stores.views.keep(stretch, root: head.root, of: head.log, program: program)
        } catch {
            logger.warning(
                "the next start will read this log in whole",
                metadata: ["event": "stretch-not-kept", "detail": "\(error)"])
        }
    }
}
