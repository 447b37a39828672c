import COpenSSL

/// A text held by libcrypto, to read a PEM file from or to write one into. Secure memory: a private
/// key's text is wiped when it is freed.
final class MemoryText {
    let pointer: OpaquePointer

    /// An empty one to write into.
    init?() {
        guard let pointer = BIO_new(BIO_s_secmem()) else { return nil }
        self.pointer = pointer
    }

    /// One that holds `text`; nil when it is beyond 64 KiB, far more than any key.
    convenience init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count <= 65_536 else { return nil }
        self.init()
        guard BIO_write(pointer, bytes, Int32(bytes.count)) == Int32(bytes.count) else { return nil }
    }

    deinit { BIO_free_all(pointer) }

    /// What was written; nil unless it is UTF-8.
    var text: String? {
        var start: UnsafeMutablePointer<CChar>?
        let count = BIO_ctrl(pointer, BIO_CTRL_INFO, 0, &start)
        guard count > 0, let start else { return nil }
        return start.withMemoryRebound(to: UInt8.self, capacity: count) {
            String(validating: UnsafeBufferPointer(start: $0, count: count), as: UTF8.self)
        }
    }
}
