import Federation

/// What the scrub has found so far: the list of the last whole pass, and what the present one adds.
struct KnownDamage: Sendable {
    private(set) var items: [Damage] = []

    /// Returns what was not known before.
    mutating func add(_ damages: [Damage]) -> [Damage] {
        let new = damages.filter { $0.code.isIntegrity && !items.contains($0) }
        items += new
        return new
    }

    /// One condition per log, with the first damage and how many there are.
    var conditions: [Condition] {
        var subjects: [String] = []
        for item in items where !subjects.contains(item.log?.text ?? "log.sqlite") {
            subjects.append(item.log?.text ?? "log.sqlite")
        }
        return subjects.map { subject in
            let own = items.filter { ($0.log?.text ?? "log.sqlite") == subject }
            let more = own.count > 1 ? " (+\(own.count - 1))" : ""
            return Condition(
                .storeDamaged, subject: subject,
                detail: "\(own[0].code.rawValue) \(own[0].place.text)\(more): tongzhou repair \(subject)")
        }
    }
}
