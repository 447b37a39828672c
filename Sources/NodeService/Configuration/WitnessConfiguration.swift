import Compensation

/// How often this node compares with its peers' witnesses, and how long a newer checkpoint may be known before the
/// log counts as stale. Section `witness` of `node.yaml`, which may be left out.
public struct WitnessConfiguration: Sendable, Equatable {
    /// Seconds between two comparisons with one peer, 1 to 3600.
    public let interval: Int
    /// Seconds, 1 to 86 400.
    public let staleAfter: Int

    static let standard = WitnessConfiguration(interval: 30, staleAfter: 600)

    init(interval: Int, staleAfter: Int) {
        self.interval = interval
        self.staleAfter = staleAfter
    }

    init(_ section: ConfigurationReader) throws {
        var section = section
        interval = try Self.seconds("interval", 3600, &section) ?? Self.standard.interval
        staleAfter = try Self.seconds("stale_after", 86_400, &section) ?? Self.standard.staleAfter
        try section.finish()
    }

    private static func seconds(_ key: String, _ limit: Int, _ section: inout ConfigurationReader) throws -> Int? {
        guard let text = try section.optionalText(key) else { return nil }
        guard let seconds = Int(text), (1...limit).contains(seconds), String(seconds) == text else {
            throw section.problem(
                key, zh: "“\(text)”无效，应为 1 至 \(limit) 的整数（秒）",
                en: "“\(text)” is not valid, expected whole seconds from 1 to \(limit)")
        }
        return seconds
    }
}
