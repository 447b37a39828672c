/// A sender as typed.
public struct SenderForm: Codable, Sendable {
    public let name: String
    public let sections: [String]
    public let source: String
    public let channel: String
    /// The name in its certificate; without one it gets a token.
    public let certificate: String?

    public init(name: String, sections: [String], source: String, channel: String, certificate: String?) {
        self.name = name
        self.sections = sections
        self.source = source
        self.channel = channel
        self.certificate = certificate
    }
}
