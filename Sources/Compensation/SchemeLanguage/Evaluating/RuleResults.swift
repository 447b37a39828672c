/// What has been computed of one rule.
struct RuleResults: Sendable {
    private struct Instance: Sendable {
        let arguments: [Value]
        let value: Value
    }

    /// Of a rule without lists, which has one value and needs no arguments to find it.
    private var single: Value?
    /// Of a rule with lists, in the order in which they were computed.
    private var instances: [Instance] = []
    /// Of each value in the same order; empty while none is written down.
    private var steps: [SettlementStep] = []
    private var places: [[Value]: Int] = [:]  // lookup only: the place of an instance by its arguments

    /// So many are found by looking at each, which costs less than hashing.
    private static let fewEnough = 8

    var count: Int { instances.count }

    // Inlined, or every look at a value would copy the whole.
    @inline(__always)
    func value(_ arguments: [Value]) -> Value? {
        if arguments.isEmpty { return single }
        if instances.count <= Self.fewEnough { return instances.first { $0.arguments == arguments }?.value }
        return places[arguments].map { instances[$0].value }
    }

    mutating func add(_ arguments: [Value], _ value: Value, _ step: SettlementStep?) {
        if let step { steps.append(step) }
        guard !arguments.isEmpty else {
            single = value
            return
        }
        instances.append(Instance(arguments: arguments, value: value))
        if instances.count == Self.fewEnough + 1 {
            for (place, instance) in instances.enumerated() { places[instance.arguments] = place }
        } else if instances.count > Self.fewEnough {
            places[arguments] = instances.count - 1
        }
    }

    /// Those of the rule's own lists as computed (the first `own`), then what was asked for besides, in order.
    func steps(own: Int) -> [SettlementStep] {
        single != nil ? steps : order(own).map { steps[$0] }
    }

    /// The arguments of which there is a value, in the same order.
    func arguments(own: Int) -> [[Value]] {
        single != nil ? [[]] : order(own).map { instances[$0].arguments }
    }

    private func order(_ own: Int) -> [Int] {
        instances.indices.prefix(own)
            + instances.indices.dropFirst(own).sorted { first, second in
                for (one, other) in zip(instances[first].arguments, instances[second].arguments) where one != other {
                    return one.precedes(other)
                }
                return false
            }
    }
}

extension Value {
    /// The order of arguments: members as in the text, periods by time.
    fileprivate func precedes(_ other: Value) -> Bool {
        switch (self, other) {
        case (.member(let one), .member(let two)): one.place < two.place
        case (.time(let one), .time(let two)): one < two
        default: false
        }
    }
}
