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

    /// One condition per log and code, with the first damage and how many there are.
    var conditions: [Condition] {
        var shown: [(code: ConditionCode, subject: String)] = []
        for item in items {
            let (code, subject) = (Self.code(of: item), Self.subject(of: item))
            if !shown.contains(where: { $0.code == code && $0.subject == subject }) { shown.append((code, subject)) }
        }
        return shown.map { code, subject in
            let own = items.filter { Self.code(of: $0) == code && Self.subject(of: $0) == subject }
            let more = own.count > 1 ? " (+\(own.count - 1))" : ""
            let repair = own[0].code.isAboutPeer ? "" : ": tongzhou repair \(subject)"
            return Condition(
                code, subject: subject, detail: "\(own[0].code.rawValue) \(own[0].place.text)\(more)\(repair)")
        }
    }

    /// Whether anything but an SM3 tree is damaged of a log, or of the file it stands in.
    func spoils(_ origin: LogOrigin) -> Bool {
        items.contains { damage in
            (damage.log ?? origin) == origin && !damage.code.isAboutSM3Tree && !damage.code.isAboutPeer
        }
    }

    private static func subject(of damage: Damage) -> String { damage.log?.text ?? "log.sqlite" }

    private static func code(of damage: Damage) -> ConditionCode {
        if damage.code == .peerSM3RootDiffers { return .peerSM3RootDiffers }
        return damage.code.isAboutSM3Tree ? .sm3TreeStopped : .storeDamaged
    }
}
