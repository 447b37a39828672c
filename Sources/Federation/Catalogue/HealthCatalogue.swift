/// Which of the conditions that are the case are shown: no storm of alarms for one cause.
public enum HealthCatalogue {
    /// The conditions to show, worst first, otherwise in the order given.
    /// - Parameter now: measures how long a condition has lasted; one whose beginning is not known needs no patience.
    public static func shown(_ conditions: [Condition], at now: Timestamp) -> [Condition] {
        let lasting = conditions.filter { condition in
            guard let since = condition.since else { return true }
            return now.secondsSinceEpoch - since.secondsSinceEpoch >= condition.code.patience
        }
        let standing = lasting.map(\.code)
        let shown = lasting.filter { condition in !condition.code.hiddenBy.contains { standing.contains($0) } }
        return Severity.allCases.reversed().flatMap { severity in shown.filter { $0.code.severity == severity } }
    }
}
