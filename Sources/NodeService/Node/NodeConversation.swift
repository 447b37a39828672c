/// All that a running node does by itself with its peers, over any links: follows their logs, has them cosign its own,
/// asks them about it before the first signature and ever after, and says what a new day makes due.
package struct NodeConversation: Sendable {
    private let node: Node
    private let links: [(peer: PeerConfiguration, client: any PeerLink)]

    package init(_ node: Node, _ link: (PeerConfiguration) -> any PeerLink) {
        self.node = node
        links = node.peers.map { ($0, link($0)) }
    }

    /// Until the task is cancelled.
    package func run() async {
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await FollowingService(node: node).follow(links) }
            group.addTask { await WitnessingService(node: node).witness(links) }
            group.addTask { await ClearanceService(node: node).watch(links.map(\.client)) }
            group.addTask { await CalendarService(node: node).watch() }
        }
    }
}
