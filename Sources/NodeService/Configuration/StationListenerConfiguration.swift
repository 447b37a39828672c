import Compensation

/// Where stations deliver their readings: section `intake` of `node.yaml`. Without it nothing listens.
public struct StationListenerConfiguration: Sendable {
    public let host: String
    public let port: Int
    /// Whether it speaks TLS with the node's certificate; without, it listens on loopback only.
    public let usesTLS: Bool
    /// Requests of one sender in a minute; beyond, 429.
    public let requestsPerMinute: Int

    static func read(_ reader: inout ConfigurationReader) throws -> StationListenerConfiguration? {
        guard var section = try reader.optionalSection("intake") else { return nil }
        let configuration = try Self(&section)
        try section.finish()
        return configuration
    }

    private init(_ section: inout ConfigurationReader) throws {
        let tls = try section.optionalText("tls") ?? "false"
        guard let usesTLS = Bool(tls) else {
            throw section.problem("tls", zh: "应为 true 或 false", en: "expected true or false")
        }
        self.usesTLS = usesTLS
        let address = try section.parsed("listen", expected: ListenAddress.expected, ListenAddress.init)
        guard usesTLS || address.isLoopback else {
            throw section.problem(
                "listen", zh: "不用 TLS 时只能在本机监听（127.0.0.1 或 [::1]）；加 tls: true",
                en: "without TLS it may listen on this machine only (127.0.0.1 or [::1]); add tls: true")
        }
        host = address.host
        port = address.port
        requestsPerMinute = try section.optionalNumber("requests_per_minute", 1...100_000) ?? 600
    }
}
