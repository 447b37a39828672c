/// Something this node should say next, and in which of its channels.
public struct Draft: Sendable {
    public let channel: ChannelName
    public let entry: Entry

    public init(channel: ChannelName, entry: Entry) {
        self.channel = channel
        self.entry = entry
    }
}
