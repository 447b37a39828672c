/// A resource of a log as it goes on the wire.
public struct LogResourceBody: Sendable {
    public let bytes: [UInt8]
    /// Media type, such as `application/octet-stream`.
    public let contentType: String
    /// Entity tag without quotes, or `nil` when the resource has none.
    public let etag: String?
    /// Whether answers with this tag may differ in bytes (RFC 9110 section 8.8.1).
    public let isTagWeak: Bool
    /// Value of `Cache-Control` (RFC 9111 section 5.2).
    public let cacheControl: String

    public init(bytes: [UInt8], contentType: String, etag: String?, isTagWeak: Bool = false, cacheControl: String) {
        self.bytes = bytes
        self.contentType = contentType
        self.etag = etag
        self.isTagWeak = isTagWeak
        self.cacheControl = cacheControl
    }
}
