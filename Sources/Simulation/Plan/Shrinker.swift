/// Makes a failing plan small: leaves out what it fails without.
public struct Shrinker {
    private let fails: (Plan) throws -> Bool
    private var tries: Int

    /// - Parameters:
    ///   - tries: runs at most.
    ///   - fails: whether a plan still fails in the same way.
    public init(tries: Int = 200, fails: @escaping (Plan) throws -> Bool) {
        self.tries = tries
        self.fails = fails
    }

    /// - Parameter steps: of the plan, those that were carried out before it failed.
    public mutating func shrink(_ failing: Plan, after steps: Int? = nil) throws -> Plan {
        var best = failing
        if let steps { try keep(&best) { $0.steps = Array($0.steps.prefix(steps)) } }
        while best.nodes > 3, try keep(&best, { $0.nodes -= 1 }) {}
        for kind in FaultKind.allCases where best.faults.contains(kind) {
            try keep(&best) { plan in
                plan.faults.remove(kind)
                plan.steps.removeAll { $0.action.fault == kind }
            }
        }
        var size = max(best.steps.count / 2, 1)
        while true {
            var start = 0
            while start < best.steps.count {
                let range = start..<min(start + size, best.steps.count)
                if try keep(&best, { $0.steps.removeSubrange(range) }) == false { start += size }
            }
            guard size > 1 else { return best }
            size /= 2
        }
    }

    @discardableResult
    private mutating func keep(_ best: inout Plan, _ change: (inout Plan) -> Void) throws -> Bool {
        guard tries > 0 else { return false }
        var smaller = best
        change(&smaller)
        tries -= 1
        guard try fails(smaller) else { return false }
        best = smaller
        return true
    }
}
