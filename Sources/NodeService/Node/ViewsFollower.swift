import Federation
import Logging
import NodeStore
import TransparencyLog

/// Keeps the views level with the stored logs, beside the node so that it can go on meanwhile.
///
/// They are for people to query and trusted with nothing: a failure leaves them behind, to be taken up at the next
/// change, and keeps nothing else from going on.
actor ViewsFollower {
    private let stores: NodeStores
    private let logger: Logger
    /// How far each log is followed; a lookup only. Most logs have not grown since the last time.
    private var followed: [LogOrigin: Int] = [:]
    /// The settlements as they were written last; `nil`: not by this process.
    private var shown: [Shown]?
    private var lastLook = 0
    /// Steps that whoever asks waits for; the rest of a long log is followed beside.
    private var patience = Int.max
    /// Whether a rest is being followed.
    private var isBehind = false

    private struct Shown: Equatable {
        let key: SettlementKey
        let state: SettlementState
        let digest: ContentDigest?
    }

    init(_ stores: NodeStores, _ logger: Logger) {
        self.stores = stores
        self.logger = logger
    }

    /// From now on nobody waits for more than so many steps: a node that serves goes on meanwhile.
    func waitOnly(for steps: Int) { patience = steps }

    /// Follows every log and writes down how the settlements stand. Whether the views are level.
    ///
    /// - Parameter look: the number of the look that `cases` are from; what an earlier one saw is not written any more.
    @discardableResult
    func follow(_ cases: [SettlementCase], look: Int) -> Bool {
        do {
            let isLevel = try followLogs(patience)
            if !isLevel { followRest() }
            guard look > lastLook else { return isLevel }
            lastLook = look
            let current = cases.map { Shown(key: $0.key, state: $0.state, digest: $0.standingDigest) }
            guard current != shown else { return isLevel }
            try stores.views.replaceSettlements(cases)
            shown = current
            return isLevel
        } catch {
            tell(error)
            return false
        }
    }

    /// At most so many steps in all. Whether all logs are followed to their ends.
    private func followLogs(_ steps: Int) throws -> Bool {
        var left = steps
        for log in try stores.log.logs() where followed[log.origin] != log.size {
            var position = try stores.views.position(of: log.origin)
            // Whoever stops the node does not wait for a long log.
            while position < log.size, !Task.isCancelled {
                guard left > 0 else { return false }
                guard let (entries, head, isSound) = try DocketKeeper.next(stores.log, log.origin, from: position)
                else { break }
                guard isSound else { throw StoreError.damaged(log.origin.text) }
                try stores.views.follow(entries, from: position, head: head)
                position = head.size
                left -= 1
            }
            followed[log.origin] = position
        }
        return true
    }

    /// Step by step, so that whoever asks meanwhile is not kept waiting.
    private func followRest() {
        guard !isBehind else { return }
        isBehind = true
        Task { [weak self] in
            while await self?.followNextStep() == false { await Task.yield() }
        }
    }

    /// Whether nothing is left, or nothing more can be done.
    private func followNextStep() -> Bool {
        do {
            let isLevel = try followLogs(1)
            isBehind = !isLevel
        } catch {
            tell(error)
            isBehind = false
        }
        return !isBehind
    }

    private func tell(_ error: any Error) {
        logger.error("views are behind", metadata: ["event": "views-behind", "detail": "\(error)"])
    }
}
