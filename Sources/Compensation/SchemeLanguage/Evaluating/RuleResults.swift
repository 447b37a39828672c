/// What has been computed of one rule.
struct RuleResults: Sendable {
    struct Instance: Sendable {
        let arguments: [Value]
        let value: Value
        let step: SettlementStep?
    }

    /// In the order in which they were computed.
    private(set) var instances: [Instance] = []
    private var places: [[Value]: Int] = [:]  // lookup only: the place of an instance by its arguments

    func value(_ arguments: [Value]) -> Value? {
        if arguments.isEmpty { return instances.first?.value }
        return places[arguments].map { instances[$0].value }
    }

    mutating func add(_ instance: Instance) {
        if !instance.arguments.isEmpty { places[instance.arguments] = instances.count }
        instances.append(instance)
    }

    /// Those of the rule's own lists as computed (the first `own`), then what was asked for besides, in order.
    func ordered(own: Int) -> [Instance] {
        instances.prefix(own)
            + instances.dropFirst(own).sorted { first, second in
                for (one, other) in zip(first.arguments, second.arguments) where one != other {
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
