import Federation

/// SM3 trees of own logs that stand still while their logs go on: damaged until a repair and a restart, or behind until
/// the next entries take them along.
struct StandingTrees: Sendable {
    private var damages: [(origin: LogOrigin, detail: String)] = []
    private var delays: [(origin: LogOrigin, detail: String)] = []

    /// Those not to be continued, in the order in which they were found.
    var damaged: [LogOrigin] { damages.map(\.origin) }

    mutating func setAside(_ origin: LogOrigin, _ detail: String) {
        delays.removeAll { $0.origin == origin }
        damages.append((origin, detail))
    }

    mutating func fellBehind(_ origin: LogOrigin, _ detail: String) {
        delays.removeAll { $0.origin == origin }
        delays.append((origin, detail))
    }

    /// Level with its log again.
    mutating func caughtUp(_ origin: LogOrigin) { delays.removeAll { $0.origin == origin } }

    /// One per tree; the details begin with the event of the same moment.
    var conditions: [Condition] {
        damages.map { origin, detail in
            Condition(
                .sm3TreeStopped, subject: origin.text,
                detail: "sm3-tree-damaged \(detail): tongzhou repair \(origin.text)")
        }
            + delays.map { origin, detail in
                Condition(.sm3TreeStopped, subject: origin.text, detail: "sm3-tree-behind \(detail)")
            }
    }
}
