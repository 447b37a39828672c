import Federation
import Logging
import NodeStore
import TransparencyLog

/// Keeps the views level with the stored logs, beside the node so that it can go on meanwhile.
///
/// They are for people to query and trusted with nothing: a failure leaves one log or table behind and keeps nothing
/// else from going on. It is tried again at the next change, and every minute while the node serves.
actor ViewsFollower {
    private let stores: NodeStores
    private let clock: any NodeClock
    private let logger: Logger
    /// How far each log is followed; a lookup only. Most logs have not grown since the last time.
    private var followed: [LogOrigin: Int] = [:]
    /// The settlements that are still to be written; `nil`: none.
    private var unwritten: [SettlementCase]?
    /// The settlements as they were written last; `nil`: not by this process, or nobody knows.
    private var shown: [Shown]?
    private var lastLook = 0
    /// What failed last and has been told, by log or table; a lookup only.
    private var told: [String: String] = [:]
    /// Entries that whoever asks waits for; `nil` where the node does not serve: all there are.
    private var patience: Int?
    /// Follows what nobody waits for; `nil` when nothing is left.
    private var rest: Task<Void, Never>?
    /// Whether the rest waits for a failure to pass.
    private var isPausing = false

    /// Entries followed in one step of the rest.
    private static let step = 4096
    private static let pause = Duration.seconds(60)
    private static let file = "views.sqlite"

    private struct Shown: Equatable {
        let key: SettlementKey
        let state: SettlementState
        let digest: ContentDigest?
    }

    /// What keeps every log from being followed.
    private struct Unusable: Error {
        let cause: any Error
    }

    private enum Progress {
        case level
        /// There is more than was asked for, or whoever asked has gone.
        case more
        /// Nothing more can be done for the moment.
        case failed
    }

    init(_ stores: NodeStores, _ clock: any NodeClock, _ logger: Logger) {
        self.stores = stores
        self.clock = clock
        self.logger = logger
    }

    /// From now on nobody waits for more than so many entries: a node that serves goes on meanwhile, and what is left is
    /// followed beside.
    func waitOnly(forEntries entries: Int) { patience = entries }

    /// Follows every log and writes down how the settlements stand. Whether the views are level.
    ///
    /// - Parameter look: the number of the look that `cases` are from; what an earlier one saw is not written any more.
    @discardableResult
    func follow(_ cases: [SettlementCase], look: Int) -> Bool {
        if look > lastLook {
            lastLook = look
            unwritten = cases
        }
        let progress = catchUp(patience ?? .max)
        // Whoever is cancelled leaves something, too: all who follow logs are, when the credentials are replaced.
        if progress != .level, patience != nil { followRest(progress) }
        return progress == .level
    }

    /// At most so many entries in all, and the settlements.
    private func catchUp(_ entries: Int) -> Progress {
        let progress: Progress
        do {
            progress = try followLogs(entries)
        } catch {
            // Waited for once; the settlements would wait as long again.
            tell(error.cause, "file", Self.file)
            return .failed
        }
        let isWritten = writeSettlements()
        return progress == .level && !isWritten ? .failed : progress
    }

    private func followLogs(_ entries: Int) throws(Unusable) -> Progress {
        let file = "log.sqlite"
        let grown: [(origin: LogOrigin, size: Int)]
        do {
            grown = try grownLogs()
            told[file] = nil
        } catch {
            tell(error, "file", file)
            return .failed
        }
        var left = entries
        var progress = Progress.level
        for log in grown {
            do {
                let isLevel = try follow(log.origin, to: log.size, &left)
                told[Self.file] = nil
                guard isLevel else { return .more }
                told[log.origin.text] = nil
            } catch let error as Unusable {
                throw error
            } catch {
                tell(error, "log", log.origin.text)
                progress = .failed
            }
        }
        return progress
    }

    /// Own logs first, so that who has said something finds it; last those that failed before, so that no other waits
    /// for them.
    private func grownLogs() throws -> [(origin: LogOrigin, size: Int)] {
        let grown = try stores.log.logs().filter { followed[$0.origin] != $0.size }
        let ranked = grown.map { log in
            (rank: told[log.origin.text] != nil ? 2 : log.own ? 0 : 1, origin: log.origin, size: log.size)
        }
        return ranked.sorted { ($0.rank, $0.origin) < ($1.rank, $1.origin) }.map { (origin: $0.origin, size: $0.size) }
    }

    /// Follows one log, at most so many entries of it, and takes them off. Whether it is followed to its end.
    private func follow(_ origin: LogOrigin, to size: Int, _ left: inout Int) throws -> Bool {
        var position = try usable { try stores.views.position(of: origin) }
        while position < size {
            // Whoever stops the node does not wait for a long log.
            guard left > 0, !Task.isCancelled else { return false }
            guard
                let (entries, head, isSound) = try DocketKeeper.next(stores.log, origin, from: position, atMost: left)
            else { break }
            guard isSound else { throw StoreError.damaged(origin.text) }
            try usable { try stores.views.follow(entries, from: position, head: head) }
            position = head.size
            left -= entries.count
        }
        followed[origin] = position
        return true
    }

    private func usable<Value>(_ body: () throws -> Value) throws(Unusable) -> Value {
        do { return try body() } catch { throw Unusable(cause: error) }
    }

    /// Whether none are left to be written.
    private func writeSettlements() -> Bool {
        guard let cases = unwritten else { return true }
        let table = "settlement"
        let current = cases.map { Shown(key: $0.key, state: $0.state, digest: $0.standingDigest) }
        if current != shown {
            do {
                try stores.views.replaceSettlements(cases)
                shown = current
                told[Self.file] = nil
            } catch {
                // A commit that is reported as failed may have happened.
                shown = nil
                tell(error, "table", table)
                return false
            }
        }
        unwritten = nil
        told[table] = nil
        return true
    }

    /// Step by step, so that whoever asks meanwhile is not kept waiting.
    private func followRest(_ progress: Progress) {
        // One that waits for a failure to pass does not keep waiting what could be followed now.
        guard rest == nil || (isPausing && progress == .more) else { return }
        rest?.cancel()
        isPausing = false
        rest = Task(executorPreference: clock.executor) { [weak self, clock, pause = Self.pause] in
            while let progress = await self?.followNextStep(), progress != .level {
                if progress == .more {
                    await Task.yield()
                } else {
                    guard (try? await clock.sleep(for: pause)) != nil else { return }
                }
            }
        }
    }

    private func followNextStep() -> Progress {
        // Another rest has taken the place of this one.
        guard !Task.isCancelled else { return .level }
        let progress = catchUp(Self.step)
        isPausing = progress == .failed
        if progress == .level { rest = nil }
        return progress
    }

    /// Says once what fails, however often it is tried again; once more when it fails for another reason.
    private func tell(_ error: any Error, _ kind: String, _ subject: String) {
        let detail = "\(error)"
        guard told[subject] != detail else { return }
        told[subject] = detail
        logger.error(
            "views are behind", metadata: ["event": "views-behind", kind: "\(subject)", "detail": "\(detail)"])
    }
}
