import Federation
public import Foundation
import NodeStore

/// Words for completing a command line: from the peers' files and `views.sqlite`, beside a running node, without
/// waiting for it. What cannot be read is not offered.
public struct KnownWordsDesk: Sendable {
    private let configuration: NodeConfiguration

    /// `nil` without a readable configuration.
    /// - Parameter environment: whose variables stand in for the file's values, as for every command.
    public init?(configuration file: URL, environment: [String: String]) {
        guard let configuration = try? NodeConfiguration(contentsOf: file, environment: environment) else { return nil }
        self.configuration = configuration
    }

    /// Node names of the neighbours.
    public func peers() -> [String] {
        let peers = (try? PeerConfiguration.folder(configuration.peers)) ?? []
        return peers.map(\.member.node.text).filter { $0 != configuration.node.text }.sorted()
    }

    public func sections() -> [String] { words.sections }
    public func agreements() -> [String] { words.agreements }
    public func periods() -> [String] { words.periods }

    private var words: ViewsWords { ViewsWords(DataFolder(configuration.data)) }
}
