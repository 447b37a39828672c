/// What is known once a condition has been decided.
enum Knowledge {
    /// The reference has a value.
    case present(Formula.Reference)
    /// The variable is one of these members.
    case among(local: Int, [Member])
    /// The variable is none of these members.
    case notAmong(local: Int, [Member])
}

extension Formula {
    /// What follows from the condition being so or not so.
    func knowledge(holds: Bool) -> [Knowledge] {
        switch self {
        case .not(let inner): return inner.knowledge(holds: !holds)
        case .missing(let reference): return holds ? [] : [.present(reference)]
        case .binary(.and, let left, let right) where holds, .binary(.or, let left, let right) where !holds:
            return left.knowledge(holds: holds) + right.knowledge(holds: holds)
        case .within(.local(let place, _), .members(let members)):
            return [holds ? .among(local: place, members) : .notAmong(local: place, members)]
        case .binary(.equal, .local(let place, _), .member(let member)),
            .binary(.equal, .member(let member), .local(let place, _)):
            return [holds ? .among(local: place, [member]) : .notAmong(local: place, [member])]
        case .binary(.unequal, .local(let place, _), .member(let member)),
            .binary(.unequal, .member(let member), .local(let place, _)):
            return [holds ? .notAmong(local: place, [member]) : .among(local: place, [member])]
        default: return []
        }
    }
}
