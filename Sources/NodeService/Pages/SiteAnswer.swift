import Compensation
import TransparencyLog

/// What the public pages answer, before it is made an HTTP response.
enum SiteAnswer: Sendable {
    case content(Content)
    /// Another address on this listener.
    case redirect(String)
    /// A page that says so.
    case notFound(Content)
    /// Too much is asked for at once; a page that says so.
    case busy(Content)

    struct Content: Sendable {
        let type: String
        let bytes: [UInt8]
        /// What a browser saves it as; `nil`: it is shown.
        var fileName: String?
        /// Of the bytes: within one minute, and as long as nothing new is said, they are the same.
        let tag: String

        init(_ type: String, _ bytes: [UInt8], fileName: String? = nil) {
            self.type = type
            self.bytes = bytes
            self.fileName = fileName
            tag = String(ContentDigest(of: bytes).hex.prefix(32))
        }
    }
}
