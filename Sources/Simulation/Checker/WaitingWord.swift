import Federation
import NodeService

/// That nothing, or nothing at a place, waits to be endorsed: what an operator was told who wanted to endorse it.
struct WaitingWord {
    /// `nil` where anything is meant.
    private let place: String?

    /// `nil` for an answer that does not say so.
    init?(_ answer: Operators.Answer) {
        guard case .endorse(let place, false) = answer.command, answer.places.isEmpty else { return nil }
        if let place {
            guard answer.errors.contains("Nothing at \(place) waits for this party.") else { return nil }
        } else {
            guard answer.exitCode == 0 else { return nil }
        }
        self.place = place
    }

    /// The first correction that waited all the same, or `nil`.
    /// - Parameters:
    ///   - others: the entries of others' logs that the node had read before the operator typed.
    ///   - own: those of its own logs that were stored when it answered; what they endorse need not have waited.
    func overlooked(others: [(log: LogOrigin, entries: [Entry?])], own: [Entry]) -> EntryReference? {
        var endorsed: [EntryReference] = []
        for case .readingsEndorsement(let said) in own { endorsed.append(said.subject) }
        for (log, entries) in others {
            for (index, entry) in entries.enumerated() {
                guard case .readingsCorrection(_)? = entry else { continue }
                let correction = EntryReference(log: log, index: index)
                if place == nil || place == correction.text, !endorsed.contains(correction) { return correction }
            }
        }
        return nil
    }
}
