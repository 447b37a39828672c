import Federation
import TransparencyLog

/// The keys that stored logs may be signed with: the node's own and those of the files in `peers/`.
struct KnownKeys: Sendable {
    private let members: [Member]

    init(_ configuration: NodeConfiguration) throws {
        let own = configuration.member(logKey: try LogKey(contentsOf: configuration.logKey).publicKey)
        members = [own] + (try PeerConfiguration.folder(configuration.peers).map(\.member))
    }

    init(_ members: [Member]) { self.members = members }

    /// None for a log of nobody known.
    func verifiers(of origin: LogOrigin) -> [NoteVerifier] {
        members.first { $0.node == origin.node }?.verifier(of: origin).map { [$0] } ?? []
    }
}
