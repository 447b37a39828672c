/// Stable codes of what the server refused or noticed, in the metadata key `event` of its log
/// lines. Refused handshakes carry ``HandshakeRefusal`` codes and certificates without a node name
/// ``IdentityRefusal`` codes in the same key.
enum TransportEvent: String {
    /// A certificate of the authority, but of no member of the federation: 403.
    case notAMember = "not-a-member"
    /// A member's certificate with another key than the one agreed with it: 403.
    case keyNotPinned = "key-not-pinned"
    /// One member holds too many connections: 503.
    case tooManyConnections = "too-many-connections"
    /// Many connections on which nobody asks for anything: the oldest from where most come from are closed.
    case crowded = "connections-crowded"
    /// Neither GET nor HEAD: 405.
    case methodRefused = "method-refused"
    /// A request with a body: 413.
    case bodyRefused = "body-refused"
    /// A path that is no log resource at all: 404.
    case pathRefused = "path-refused"
    /// The source has nothing at this path for this reader: 404.
    case notServed = "not-served"
    /// The source failed: 500.
    case sourceFailed = "source-failed"
    /// The server listens; metadata `port`.
    case listening
    /// New credentials are in use for new connections.
    case credentialsReplaced = "credentials-replaced"
}
