/// What is known at a place of the text.
extension SchemeChecker {
    struct Situation {
        let present: [Formula.Reference]
        let locals: [Local]
    }

    /// To come back to with `restore`.
    var situation: Situation { Situation(present: present, locals: locals) }

    mutating func restore(_ earlier: Situation) {
        present = earlier.present
        locals = earlier.locals
    }

    /// From here on the condition is known to be so, or not so.
    mutating func assume(_ condition: Formula, holds: Bool) {
        for item in condition.knowledge(holds: holds) {
            switch item {
            case .present(let reference): present.append(reference)
            case .among(let place, let members): narrow(place) { members.contains($0) }
            case .notAmong(let place, let members): narrow(place) { !members.contains($0) }
            }
        }
    }

    /// Where no member is left the place is never reached, and nothing is learnt.
    private mutating func narrow(_ place: Int, to isPossible: (Member) -> Bool) {
        guard place < locals.count, case .member(let sort, let among) = locals[place].type else { return }
        let left = among.filter(isPossible)
        if left.isEmpty { return }
        locals[place] = Local(name: locals[place].name, type: .member(sort, among: left))
    }
}
