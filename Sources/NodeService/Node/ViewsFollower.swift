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

    private struct Shown: Equatable {
        let key: SettlementKey
        let state: SettlementState
        let digest: ContentDigest?
    }

    init(_ stores: NodeStores, _ logger: Logger) {
        self.stores = stores
        self.logger = logger
    }

    /// Follows every log to its end and writes down how the settlements stand.
    ///
    /// - Parameter look: the number of the look that `cases` are from; what an earlier one saw is not written any more.
    func follow(_ cases: [SettlementCase], look: Int) {
        do {
            for log in try stores.log.logs() where followed[log.origin] != log.size {
                var position = try stores.views.position(of: log.origin)
                // Whoever stops the node does not wait for a long log.
                while !Task.isCancelled,
                    let (entries, head, isSound) = try DocketKeeper.next(stores.log, log.origin, from: position)
                {
                    guard isSound else { throw StoreError.damaged(log.origin.text) }
                    try stores.views.follow(entries, from: position, head: head)
                    position = head.size
                }
                followed[log.origin] = position
            }
            guard look > lastLook else { return }
            lastLook = look
            let current = cases.map { Shown(key: $0.key, state: $0.state, digest: $0.standingDigest) }
            guard current != shown else { return }
            try stores.views.replaceSettlements(cases)
            shown = current
        } catch {
            logger.error("views are behind", metadata: ["event": "views-behind", "detail": "\(error)"])
        }
    }
}
