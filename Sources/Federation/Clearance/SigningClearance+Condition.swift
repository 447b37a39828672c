extension SigningClearance {
    /// What a node that is not cleared shows; `nil` when it may sign.
    public func condition(of member: Member) -> Condition? {
        func condition(_ code: ConditionCode, _ missing: Missing) -> Condition {
            let place = missing.peer.map { ", \($0.text)" } ?? ""
            return Condition(code, subject: missing.log.text, detail: "\(missing.size)\(place)")
        }
        // Where every peer has to answer, by name who has not; a federation may have thousands.
        var silence: String {
            let (names, most) = (unanswered.map(\.text), 20)
            let rest = names.count > most ? ", +\(names.count - most)" : ""
            return names.prefix(most).joined(separator: ", ") + rest
        }
        switch verdict {
        case .cleared: return nil
        case .waiting: return Condition(.signingWaits, subject: member.node.text, detail: silence)
        case .recovering(let missing): return missing.first.map { condition(.ownLogMissing, $0) }
        case .elsewhere(let missing): return condition(.signedElsewhere, missing)
        case .frozen(let log): return Condition(.ownLogForked, subject: log.text)
        }
    }
}
