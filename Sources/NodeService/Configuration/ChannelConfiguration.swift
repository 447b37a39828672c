public import Federation

/// One own log: its channel, its epoch and who may read it.
public struct ChannelConfiguration: Sendable {
    public enum Readers: Sendable {
        /// Every member of the federation.
        case members
        case nodes([NodeName])
    }

    public let channel: ChannelName
    public let epoch: Int
    public let readers: Readers

    public func mayRead(_ node: NodeName) -> Bool {
        switch readers {
        case .members: true
        case .nodes(let nodes): nodes.contains(node)
        }
    }
}
