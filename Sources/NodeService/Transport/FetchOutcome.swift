/// What a peer answered to a GET.
public enum FetchOutcome: Sendable, Equatable {
    /// The resource, and its entity tag without quotes when the peer gave one.
    case body([UInt8], etag: String?)
    /// The resource still has the tag that was sent along.
    case notModified
    /// 404: not there, not allowed or not a reader; the peer does not say which.
    case absent
}
