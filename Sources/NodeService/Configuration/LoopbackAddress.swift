import Compensation

/// Where the operations listener listens: `127.0.0.1:9464` or `[::1]:9464`. Nothing but loopback, because whoever
/// reaches it needs no certificate.
public struct LoopbackAddress: Sendable, Equatable {
    public let host: String
    public let port: Int

    public init?(_ text: String) {
        guard let address = ListenAddress(text), address.isLoopback else { return nil }
        host = address.host
        port = address.port
    }

    /// The optional section `operations` of `node.yaml`; without it nothing listens.
    static func read(_ reader: inout ConfigurationReader) throws -> LoopbackAddress? {
        guard var section = try reader.optionalSection("operations") else { return nil }
        let address = try section.parsed(
            "listen", expected: Bilingual(zh: "127.0.0.1:端口 或 [::1]:端口", en: "127.0.0.1:port or [::1]:port"),
            LoopbackAddress.init)
        try section.finish()
        return address
    }
}
