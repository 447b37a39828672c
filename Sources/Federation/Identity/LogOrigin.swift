public import TransparencyLog

/// The identity of one log: `<node>/<channel>/<epoch>`, the C2SP checkpoint origin.
///
/// A log per audience (channel) and per bounded stretch of time (epoch): a dead log does not kill the province.
public struct LogOrigin: Hashable, Comparable, Sendable, CustomStringConvertible {
    public let node: NodeName
    public let channel: ChannelName
    /// Decimal, from 1.
    public let epoch: Int

    public init(node: NodeName, channel: ChannelName, epoch: Int) {
        self.node = node
        self.channel = channel
        self.epoch = epoch
    }

    /// Reads the one canonical spelling; anything else is `nil`.
    public init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3, let node = NodeName(parts[0]), let channel = ChannelName(parts[1]),
            let epoch = Int(parts[2]), (1...999_999).contains(epoch), String(epoch).sameBytes(as: parts[2])
        else { return nil }
        self.init(node: node, channel: channel, epoch: epoch)
    }

    public var text: String { "\(node.text)/\(channel.text)/\(epoch)" }
    public var description: String { text }

    /// The origin of the checkpoints over the log's SM3 tree (`docs/sm2-note.md`). It is the origin of no log: an
    /// epoch is not followed by anything.
    public var sm3Text: String { "\(text)/sm3" }
    /// Where such a checkpoint is served, relative to the log's prefix.
    public static let sm3CheckpointPath = "sm3/checkpoint"

    /// Names the log in paths of mirrors and witnesses (C2SP tlog-mirror, tlog-witness): SHA-256 of the origin.
    public var digest: ContentDigest { ContentDigest(of: Array(text.utf8)) }

    /// Node and channel on bytes, then the epoch as a number: what a later epoch says comes later.
    public static func < (a: LogOrigin, b: LogOrigin) -> Bool {
        (a.node, a.channel, a.epoch) < (b.node, b.channel, b.epoch)
    }
}
