public import Compensation
public import Federation

/// One log of one peer in the status report.
public struct PeerLogStatus: Sendable {
    public let peer: Bilingual
    public let origin: LogOrigin
    public let state: PeerState
    /// Entries mirrored and verified, and entries the peer has signed as far as known.
    public let verified: Int
    public let known: Int
    public let lastContact: Timestamp?
    /// The end of the certificate that the peer showed last.
    public let certificateEnd: Timestamp?

    public init(
        peer: Bilingual, origin: LogOrigin, state: PeerState, verified: Int, known: Int, lastContact: Timestamp?,
        certificateEnd: Timestamp? = nil
    ) {
        self.peer = peer
        self.origin = origin
        self.state = state
        self.verified = verified
        self.known = known
        self.lastContact = lastContact
        self.certificateEnd = certificateEnd
    }

    var json: JSONValue {
        .members([
            ("origin", .string(origin.text)), ("state", .string(state.rawValue)),
            ("verified", .integer(Int64(verified))), ("known", .integer(Int64(known))),
            ("lag", .integer(Int64(known - verified))), ("last_contact", lastContact.map { .string($0.text) }),
        ])
    }
}
