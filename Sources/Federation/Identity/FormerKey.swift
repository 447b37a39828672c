/// The key of one log of an earlier epoch.
public struct FormerKey: Sendable {
    public let log: LogOrigin
    /// Raw Ed25519 public key, 32 bytes.
    public let key: [UInt8]

    public init(log: LogOrigin, key: [UInt8]) {
        self.log = log
        self.key = key
    }
}
