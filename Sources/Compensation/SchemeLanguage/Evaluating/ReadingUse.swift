/// What the rules so far have made of one reading.
struct ReadingUse: Hashable, Sendable {
    /// Whether it is among the inputs of the settlement.
    var isListed: Bool
    var contributed = false
    var lacked = false
    var wasExcluded = false

    var note: SettlementNote {
        if lacked { return .valueMissing }
        if contributed { return .used }
        return wasExcluded ? .statusExcluded : .notAskedFor
    }
}
