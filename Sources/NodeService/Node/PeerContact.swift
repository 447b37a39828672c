import Federation

/// When a peer's log was last reached, and what went wrong since.
struct PeerContact: Sendable {
    var lastContact: Timestamp?
    /// A transport failure since the last contact.
    var failure: TransportFailure?
    /// The peer answered that there is no such log for us.
    var absent = false
    /// When the failure or the absence began.
    var since: Timestamp?
}
