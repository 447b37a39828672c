/// A resource of a log as it goes on the wire.
public struct LogResourceBody: Sendable {
    public let bytes: [UInt8]
    /// Media type, such as `application/octet-stream`.
    public let contentType: String
    /// Entity tag without quotes, or `nil` when the resource has none.
    public let etag: String?
    /// Value of `Cache-Control` (RFC 9111 section 5.2).
    public let cacheControl: String

    public init(bytes: [UInt8], contentType: String, etag: String?, cacheControl: String) {
        self.bytes = bytes
        self.contentType = contentType
        self.etag = etag
        self.cacheControl = cacheControl
    }
}
