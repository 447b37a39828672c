/// All there is to one run: the same plan is the same run, byte for byte.
public struct Plan: Sendable {
    public let seed: UInt64
    public internal(set) var nodes: Int
    public internal(set) var faults: Set<FaultKind>
    public internal(set) var steps: [Step]

    /// What a seed stands for: a year of twelve months, with some of the faults mixed in, and what is late after it.
    /// - Parameters:
    ///   - nodes: the centre among them, 3 to 9.
    ///   - steps: at most as many.
    ///   - faults: those that may occur; each seed draws some of them. `nil`: any.
    public init(seed: UInt64, nodes: Int = 3, steps limit: Int = 200, faults allowed: [FaultKind]? = nil) {
        self.seed = seed
        self.nodes = min(max(nodes, 3), 9)
        var chance = Chance(seed, "plan")
        // A few kinds at a time find more than all at once.
        let drawn = FaultKind.allCases.filter { _ in chance.hits(40) }
        let faults = Set(allowed ?? drawn)
        self.faults = faults
        var actions: [Action] = []
        let rare = Action.allCases.filter { $0.fault.map(faults.contains) ?? false }
        for month in 1...12 {
            actions += [.month, .readings, .accept, .accept]
            for _ in 0..<chance.below(3) { actions.insert(.correct, at: actions.count - 2 + chance.below(3)) }
            if chance.hits(70) { actions.append(.endorse) }
            if chance.hits(30) { actions.append(.propose) }
            if chance.hits(40) { actions += [.late, .endorse, .endorse, .accept] }
            if chance.hits(20) { actions.insert(.exempt, at: actions.count - chance.below(3)) }
            if chance.hits(30) { actions += [.decide, .decide, .accept] }
            if chance.hits(30) { actions += [.advance, .receive] }
            for _ in 0..<chance.below(6) {
                guard let fault = chance.pick(rare) else { break }
                actions.insert(fault, at: actions.count - chance.below(4))
            }
            if month % 6 == 0 { actions += [.clear, .pay, .receive, .clear] }
        }
        steps = actions.prefix(limit).map { action in
            Step(action: action, seed: chance.next(), seconds: 1 + chance.below(chance.hits(10) ? 90 : 8))
        }
        // Drawn apart, so that the year before is the same with it and without.
        var late = Chance(seed, "late")
        let collecting: [Action] =
            late.hits(60) ? [.collect, .lapse, .receive, .collect, .pay, .receive, .collect] : []
        steps += collecting.prefix(max(limit - steps.count, 0)).map { action in
            Step(action: action, seed: late.next(), seconds: 1 + late.below(8))
        }
    }

    /// A line for each step, to be read and typed in again.
    public var text: String {
        let names = FaultKind.allCases.filter(faults.contains).map(\.rawValue).joined(separator: ",")
        return
            (["seed \(seed) nodes \(nodes) faults \(names.isEmpty ? "none" : names)"]
            + steps.enumerated().map { "\($0.offset + 1) \($0.element.action.rawValue) for \($0.element.seconds) s" })
            .joined(separator: "\n")
    }
}
