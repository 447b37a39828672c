public import Federation

/// The commands that repair what was found.
public enum DamageAdvice {
    /// In the order to be tried; a file that SQLite cannot read cannot be repaired row by row.
    public static func commands(for damages: [Damage]) -> [String] {
        guard !damages.contains(where: { $0.code == .fileUnreadable || $0.code == .fileMalformed }) else {
            return ["tongzhou restore <backup> --replace", "tongzhou recover"]
        }
        let logs = damages.filter(\.code.isIntegrity).compactMap(\.log)
        var named: [LogOrigin] = []
        for log in logs where !named.contains(log) { named.append(log) }
        return named.isEmpty ? ["tongzhou repair"] : named.sorted().map { "tongzhou repair \($0.text)" }
    }
}
