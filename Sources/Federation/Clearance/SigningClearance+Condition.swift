extension SigningClearance {
    /// What a node that is not cleared shows; `nil` when it may sign.
    public func condition(of member: Member) -> Condition? {
        func condition(_ code: ConditionCode, _ missing: Missing) -> Condition {
            let place = missing.peer.map { ", \($0.text)" } ?? ""
            return Condition(code, subject: missing.log.text, detail: "\(missing.size)\(place)")
        }
        switch verdict {
        case .cleared: return nil
        case .waiting: return Condition(.signingWaits, subject: member.node.text)
        case .recovering(let missing): return missing.first.map { condition(.ownLogMissing, $0) }
        case .elsewhere(let missing): return condition(.signedElsewhere, missing)
        case .frozen(let log): return Condition(.ownLogForked, subject: log.text)
        }
    }
}
