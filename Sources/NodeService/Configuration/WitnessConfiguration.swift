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
        interval = try section.optionalNumber("interval", 1...3600) ?? Self.standard.interval
        staleAfter = try section.optionalNumber("stale_after", 1...86_400) ?? Self.standard.staleAfter
        try section.finish()
    }
}
