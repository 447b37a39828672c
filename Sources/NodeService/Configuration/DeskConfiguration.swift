/// Where operators work in a browser: section `desk` of `node.yaml`. Without it nothing listens. It always speaks TLS
/// with the node's certificate.
public struct DeskConfiguration: Sendable {
    public let host: String
    public let port: Int

    static func read(_ reader: inout ConfigurationReader) throws -> DeskConfiguration? {
        guard var section = try reader.optionalSection("desk") else { return nil }
        let address = try section.parsed("listen", expected: ListenAddress.expected, ListenAddress.init)
        try section.finish()
        return DeskConfiguration(host: address.host, port: address.port)
    }
}
